package dev.escala.pursuit.keeping;

/**
 * How a pursuit ended without a sale: the input of the table {@code prospectRetention}.
 */
enum KeptOutcome {

	/** A prospect was not interested, or could not be reached. */
	REFUSED,

	/** An opportunity was lost, to a competitor or to nobody. */
	LOST,

	/** They asked not to be called any more. */
	LEFT_ALONE,

	/** Nobody wanted anything. */
	SPAM

}
