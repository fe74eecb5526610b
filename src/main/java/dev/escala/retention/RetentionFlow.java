package dev.escala.retention;

import dev.escala.reference.CaseNumber;

/** What keeping customers asks of running processes. */
public interface RetentionFlow {

	/** Somebody gets the task to call. */
	void start(RetentionCase one);

	/** The customer bought again: waiting is over. */
	void bought(CaseNumber number);

}
