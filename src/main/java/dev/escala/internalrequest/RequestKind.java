package dev.escala.internalrequest;

/** What the person who asks needs (000-20, 004-76). */
public enum RequestKind {

	DECISION("Una decisión"), GUIDANCE("Orientación"), INFORMATION("Información"), SERVICE("Un servicio"),
	/** After the fact: it is recorded and told, and nobody waits. */
	VISIBILITY("Que conste");

	private final String label;

	RequestKind(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

	/** Whether somebody waits for an answer. */
	public boolean awaitsAnswer() {
		return this != VISIBILITY;
	}

	/** Whether one department serves another, which is rated afterwards (004-77). */
	public boolean isRated() {
		return this == SERVICE || this == INFORMATION;
	}

}
