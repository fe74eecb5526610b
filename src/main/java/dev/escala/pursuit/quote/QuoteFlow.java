package dev.escala.pursuit.quote;

/** What quotes ask of running processes. */
public interface QuoteFlow {

	/** Starts the process that leads a prepared quote through the gate. */
	void start(Quote quote, long letterId);

	/** Ends it: the quote will not leave. */
	void end(Quote quote, String why);

}
