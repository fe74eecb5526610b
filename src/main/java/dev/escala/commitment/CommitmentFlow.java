package dev.escala.commitment;

/** What use cases ask of the running process of a commitment. */
public interface CommitmentFlow {

	/** Starts the process of a prepared commitment. */
	void start(String number);

	/**
	 * Completes the task of committing, as the person who acts.
	 * @return whether there is such a task: the gate has let the commitment through
	 */
	boolean complete(String number, String told);

}
