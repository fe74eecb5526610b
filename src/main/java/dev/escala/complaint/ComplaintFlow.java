package dev.escala.complaint;

import dev.escala.reference.CaseNumber;

/** What use cases ask of the process that carries a complaint. */
public interface ComplaintFlow {

	/** Starts the process of a registered complaint. */
	void start(CaseNumber number);

	/** Starts the process of a complaint that ended, where it is investigated again. */
	void reopen(CaseNumber number);

	/** Moves timers and dates of tasks behind the terms of the complaint. */
	void syncTimers(CaseNumber number);

	/** The customer completed what was missing; what waits for it goes on. */
	void completed(CaseNumber number);

	/**
	 * The customer said whether it is solved.
	 * @throws dev.escala.validation.ConflictException where nobody has asked, or they
	 * said it already
	 */
	void judged(CaseNumber number);

	/** Whether all is said and somebody has to close it. */
	boolean awaitsClosing(CaseNumber number);

	/** It is not closed, because the customer says that it is still wrong. */
	void stillWrong(CaseNumber number);

	/**
	 * The complaint waits for an escalation.
	 * @return whether its process can wait
	 */
	boolean escalated(CaseNumber number);

	/**
	 * What the complaint waited for is over; where it waits no longer, nothing happens.
	 */
	void escalationOver(CaseNumber number);

	/** Ends the process because the customer takes the complaint back. */
	void withdraw(CaseNumber number);

}
