package dev.escala.internalrequest;

import dev.escala.reference.CaseNumber;

/** What use cases ask of the running process of a request. */
public interface RequestFlow {

	/** Starts the process of a registered request. */
	void start(CaseNumber number);

	/** Moves the timers behind the stored dates of the request. */
	void syncTimers(CaseNumber number);

	/** Watches the date that the other side was promised. */
	void watchPromise(CaseNumber number);

	/** Nobody has to watch it any more. */
	void endPromiseWatch(CaseNumber number);

	/** Offers what waits to be answered to one group more. */
	void offerTo(CaseNumber number, String groupId);

	/**
	 * The request is withdrawn: its process ends.
	 * @throws dev.escala.validation.ConflictException where it does not run any more
	 */
	void withdrawn(CaseNumber number);

	/**
	 * The request is answered, refused or withdrawn: whoever waits for it looks again.
	 */
	void settled(CaseNumber number);

}
