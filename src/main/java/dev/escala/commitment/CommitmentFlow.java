package dev.escala.commitment;

import dev.escala.reference.CaseNumber;

/** What use cases ask of the running process of a commitment. */
public interface CommitmentFlow {

	/** Starts the process of a prepared commitment. */
	void start(CaseNumber number);

	/**
	 * Completes the task of committing, as the person who acts.
	 * @return whether there is such a task: the gate has let the commitment through
	 */
	boolean complete(CaseNumber number, String told);

}
