package dev.escala.corrective;

import java.util.Optional;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/** What corrective actions ask of the engine. */
public interface ActionFlow {

	/** Starts the process of an action, in the caller's transaction. */
	void start(CorrectiveAction action);

	/** Who has the task to do it; empty where it waits in the queue. */
	Optional<UserId> holder(CaseNumber number, long actionId);

	/**
	 * Gives the task to do it to somebody else.
	 * @param person who gets it, or {@code null}: it goes into the queue
	 */
	void give(CaseNumber number, long actionId, UserId person);

}
