package dev.escala.help;

import java.util.Arrays;
import java.util.Optional;

/** What can be read, from {@code src/docs}. */
enum Document {

	GUIDE("guia", "Guía", "es"), DEADLINE_STORIES("historias-de-plazos", "Historias de plazos", "es"),
	OWNERS("guia-de-modelado", "Guía de modelado", "es"), CHANGES("CHANGELOG", "Cambios (en inglés)", "en"),
	MODELLING("modelling-guide", "Modelar (en inglés)", "en");

	private final String file;

	private final String label;

	private final String language;

	Document(String file, String label, String language) {
		this.file = file;
		this.label = label;
		this.language = language;
	}

	/** The document that an address or a link names, without its ending. */
	static Optional<Document> named(String name) {
		return Arrays.stream(values()).filter((one) -> one.file.equals(name)).findFirst();
	}

	/** Name of its file, without the ending. */
	String file() {
		return this.file;
	}

	/** Path below the application's root. */
	public String path() {
		return (this == GUIDE) ? "/ayuda" : "/ayuda/" + this.file;
	}

	public String label() {
		return this.label;
	}

	/** Two letters, for those who read it aloud. */
	public String language() {
		return this.language;
	}

}
