package dev.escala.access.table;

import java.util.List;

/** The ways in. A row stands once, whatever the number of addresses it is served at. */
enum Door {

	/** Escala's own API, with its description. */
	API("Our API", false, ""),
	/** The pages of Escala, for staff and for customers, and their files. */
	PAGES("Pages", false, ""),
	/** What is asked by those who watch over the application. */
	ACTUATOR("Actuator", false, ""),
	/** The files of Camunda's web applications, and their own API. */
	WEBAPPS("Camunda's web applications", true, ""),
	/**
	 * The engine's REST API, which is mounted for tools, under the engine's name for
	 * them, and for Camunda's pages.
	 */
	ENGINE("Engine REST", true, "/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default");

	private final String title;

	private final boolean slashIgnored;

	private final List<String> prefixes;

	Door(String title, boolean slashIgnored, String... prefixes) {
		this.title = title;
		this.slashIgnored = slashIgnored;
		this.prefixes = List.of(prefixes);
	}

	String title() {
		return this.title;
	}

	/** Whether an address with one slash more at its end is the same one. */
	boolean isSlashIgnored() {
		return this.slashIgnored;
	}

	/** Where the paths of rows begin. */
	List<String> prefixes() {
		return this.prefixes;
	}

}
