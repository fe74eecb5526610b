package dev.escala.modelversion;

import java.util.Arrays;
import java.util.Optional;

/** What process owners change. */
public enum ModelKind {

	PROCESS("proceso", "Procesos"), TABLE("tabla", "Tablas"), FORM("formulario", "Formularios");

	private final String word;

	private final String plural;

	ModelKind(String word, String plural) {
		this.word = word;
		this.plural = plural;
	}

	/** The Spanish word, as addresses have it. */
	public String word() {
		return this.word;
	}

	/** The Spanish word for several of them, as a title. */
	public String plural() {
		return this.plural;
	}

	/** The kind that an address names. */
	public static Optional<ModelKind> of(String word) {
		return Arrays.stream(values()).filter((kind) -> kind.word.equals(word)).findFirst();
	}

}
