package dev.escala.policy;

/** When something is asked about; the strictest comes first. */
public enum Mode {

	/** Before anything is answered at all (000-02 to 000-08). */
	ALWAYS("Pregunte antes de responder", "Siempre antes de responder"),
	/** Before a commitment (000-09 to 000-13). */
	BEFORE("Pregunte antes de comprometerse", "Antes de comprometerse"),
	/** Afterwards, so that it is known (000-14 to 000-17). */
	AFTER("Anótelo después, para que conste", "Después, para que conste"),
	NONE("Puede responder sin preguntar", "Sin preguntar");

	private final String label;

	private final String heading;

	Mode(String label, String heading) {
		this.label = label;
		this.heading = heading;
	}

	/** What to do, in Spanish. */
	public String label() {
		return this.label;
	}

	/** What situations of this mode are listed under, in Spanish. */
	public String heading() {
		return this.heading;
	}

	/** Whether nobody may commit before a decision. */
	public boolean asksFirst() {
		return this == ALWAYS || this == BEFORE;
	}

}
