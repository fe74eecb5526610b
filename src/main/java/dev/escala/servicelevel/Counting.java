package dev.escala.servicelevel;

/** How the time of a clock counts. */
public enum Counting {

	/** Only while we are open. */
	WORKING,

	/** Day and night, weekends too. */
	ELAPSED

}
