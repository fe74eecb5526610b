package dev.escala.escalation;

import java.util.List;

/** What use cases ask of the running processes of a case. */
public interface EscalationFlow {

	/** Starts the process of a registered case. */
	void start(String number);

	/** Starts the process of a case that was closed, where the work begins. */
	void reopen(String number);

	/** Ends the process because the customer or we withdrew the case. */
	void withdraw(String number);

	/** Ends the process because the case repeats another one. */
	void endAsDuplicate(String number);

	/** The customer wrote or called: somebody replies. */
	void customerContacted(String number);

	/** Every affected customer was told: whoever waits for it goes on. */
	void customersTold(String number);

	/**
	 * A customer could not be told: somebody has to, if nobody was asked yet.
	 * @return whether somebody is asked now
	 */
	boolean noticeFailed(String number);

	/**
	 * Makes the armed timers and the dates of the open tasks equal to the stored clocks:
	 * watches what is not watched yet, moves, halts and takes timers. Doing it twice
	 * changes nothing.
	 */
	void syncTimers(String number);

	/** Ends all that watches the clocks of a case that is over. */
	void endWatches(String number);

	/** Tells the process who owns the case now, and gives them the owner's open tasks. */
	void nameOwner(String number, String owner);

	/**
	 * Whether the owner has something to do: a task of the owner's that they have, or
	 * that nobody has taken from the queue.
	 */
	boolean waitsForOwner(String number, String owner);

	/** Puts the owner's open tasks back into the queue of their groups. */
	void releaseTasks(String number, String owner);

	/**
	 * The deadlines of the case cannot be computed: asks the supervisors to mend the
	 * cause, or tells those who were asked before what is wrong now.
	 * @param failure what is wrong, in Spanish
	 * @return whether nobody had been asked before
	 */
	boolean askToCorrectDeadlines(String number, String failure);

	/** Whether somebody still has to attend to the case because it went up to a level. */
	boolean awaitsLevel(String number, int level);

	/** The deadlines of the case can be computed again: nobody needs to mend anything. */
	void deadlinesCorrected(String number);

	/**
	 * Replaces what should watch a clock of the case and is gone, and makes all timers
	 * equal to the stored clocks.
	 * @return what is still wrong, as Spanish sentences
	 */
	List<String> repairTimers(String number);

}
