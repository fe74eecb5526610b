package dev.escala.pursuit.today;

/** Which of the calls somebody wants to see. */
public enum CallList {

	/** Due until the end of the day, theirs and what nobody of their groups has. */
	ALL("Todas"),
	/** Of these, theirs. */
	MINE("Mías"),
	/** Of these, what nobody has. */
	GROUP("De mi grupo, sin dueño"),
	/** What is put off to a later day (004-67). */
	DEFERRED("Aplazadas");

	private final String label;

	CallList(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
