package dev.escala.modelgate;

/**
 * One thing in a model that must be mended, or that its author should know.
 *
 * @param weight whether it keeps the deployment out
 * @param file the file's name without folders, for example {@code case.bpmn}
 * @param element the id of the element, rule or field, or {@code null} where it is the
 * whole file
 * @param label what people call the element, or {@code null}
 * @param what what is wrong, a sentence in Spanish
 * @param how what to write or do instead, a sentence in Spanish
 */
public record Problem(Weight weight, String file, String element, String label, String what, String how) {

	/** How much it weighs. */
	public enum Weight {

		/** Nothing is deployed. */
		REFUSED,

		/** It is deployed, and the author is told. */
		WARNING

	}

	/** A problem that keeps the deployment out. */
	public static Problem refused(String file, String element, String label, String what, String how) {
		return new Problem(Weight.REFUSED, file, element, label, what, how);
	}

	/** A problem that the author is told. */
	public static Problem warning(String file, String element, String label, String what, String how) {
		return new Problem(Weight.WARNING, file, element, label, what, how);
	}

	/** Whether it keeps the deployment out. */
	public boolean refuses() {
		return this.weight == Weight.REFUSED;
	}

	/** All of it in one line: where, what is wrong and what to do. */
	public String line() {
		String where = (this.element == null) ? this.file
				: this.file + ", " + ((this.label == null || this.label.isBlank() || this.label.equals(this.element))
						? this.element : "«" + this.label.strip() + "» (" + this.element + ")");
		return (where + ": " + this.what + " " + this.how).replaceAll("\\s+", " ").strip();
	}

}
