package dev.escala.review;

/** The engine's side of reviews. */
public interface ReviewFlow {

	/** Begins, or takes up where it stopped. */
	void begin(long review);

	/** Whether the engine works on it. */
	boolean isUnderWay(long review);

}
