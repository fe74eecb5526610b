package dev.escala.promise;

/** How well we know the work that we estimate; an input of {@code promiseMargin}. */
public enum Complexity {

	KNOWN("Lo hemos hecho igual otras veces"), SIMILAR("Se parece a algo que hemos hecho"),
	NEW("Es nuevo o depende de terceros");

	private final String label;

	Complexity(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
