package dev.escala.clock;

import java.util.List;

import dev.escala.reference.CaseNumber;

/** What the clocks of a matter ask of the processes that watch them. */
public interface ClockFlow {

	/**
	 * Makes the armed timers and the dates of the open tasks equal to the stored clocks:
	 * watches what is not watched yet, moves, halts and takes timers. Doing it twice
	 * changes nothing.
	 */
	void syncTimers(CaseNumber number);

	/** Ends all that watches the clocks of a matter that is over. */
	void endWatches(CaseNumber number);

	/**
	 * Replaces what should watch a clock of the matter and is gone, and makes all timers
	 * equal to the stored clocks.
	 * @return what is still wrong, as Spanish sentences
	 */
	List<String> repairTimers(CaseNumber number);

	/**
	 * The deadlines of the matter cannot be computed: asks the supervisors to mend the
	 * cause, or tells those who were asked before what is wrong now.
	 * @param failure what is wrong, in Spanish
	 * @return whether nobody had been asked before
	 */
	boolean askToCorrectDeadlines(CaseNumber number, String failure);

	/**
	 * The deadlines of the matter can be computed again: nobody needs to mend anything.
	 */
	void deadlinesCorrected(CaseNumber number);

}
