package dev.escala.complaint.regime;

/** From when a term runs. */
public enum TermStart {

	/**
	 * The earliest arrival at any door or, where the cure starts it anew, the completion.
	 */
	PRESENTATION,

	/** The date of the decision. */
	DECISION

}
