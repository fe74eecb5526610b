package dev.escala.complaint.regime;

/** What becomes of a term while the customer adds what is missing. */
public enum CureEffect {

	/** It starts anew when the complaint is complete. */
	RESTART,

	/** It counts on; the days until the complaint is complete do not count. */
	INTERRUPT,

	/** It runs on. */
	NONE

}
