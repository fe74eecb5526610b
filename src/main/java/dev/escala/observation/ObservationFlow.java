package dev.escala.observation;

import dev.escala.reference.CaseNumber;

/** What the use cases ask of the process of an observation. */
public interface ObservationFlow {

	/**
	 * The matter is over: its process decides whether it is observed, and for how long.
	 */
	void begin(CaseNumber number);

	/** The customer agrees that it is over. */
	void agreed(Observation observation);

	/** The matter goes on: nothing is left to observe. */
	void reopened(Observation observation);

}
