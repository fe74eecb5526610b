package dev.escala.complaint.hold;

/** Why something may be done again. */
public enum HoldRelease {

	ANSWERED("la decisión se comunicó, o la reclamación terminó"), BODY_ENDED("terminó el procedimiento del organismo"),
	NOT_DUE("por lo que ahora se sabe, ninguna norma lo pide"), SAFETY("hay peligro para personas o cosas");

	private final String label;

	HoldRelease(String label) {
		this.label = label;
	}

	/** The Spanish end of "se levantó porque…". */
	public String label() {
		return this.label;
	}

}
