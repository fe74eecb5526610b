package dev.escala.advertised;

import java.time.YearMonth;

import dev.escala.reference.CaseNumber;

/** What public promises ask of the engine. */
public interface PublicPromiseFlow {

	/**
	 * Whoever answers for the promise gets the task: to mend it, or to enter the figure
	 * of the month where nobody has.
	 */
	void start(CaseNumber number, YearMonth month, boolean figureKnown);

	/** Whether such a task is open. */
	boolean isUnderWay(CaseNumber number);

	/** Nobody needs to do anything any more. */
	void end(CaseNumber number);

}
