package dev.escala.owner;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/** What owning a matter asks of its running processes. */
public interface OwnerFlow {

	/**
	 * Tells the process who owns the matter now, and gives them the owner's open tasks.
	 */
	void nameOwner(CaseNumber number, UserId owner);

	/**
	 * Whether the owner has something to do: a task of the owner's that they have, or
	 * that nobody has taken from the queue.
	 */
	boolean waitsForOwner(CaseNumber number, UserId owner);

	/** Puts the owner's open tasks back into the queue of their groups. */
	void releaseTasks(CaseNumber number, UserId owner);

}
