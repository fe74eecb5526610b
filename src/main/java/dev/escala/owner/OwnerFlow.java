package dev.escala.owner;

import dev.escala.reference.CaseNumber;

/** What owning a matter asks of its running processes. */
public interface OwnerFlow {

	/**
	 * Tells the process who owns the matter now, and gives them the owner's open tasks.
	 */
	void nameOwner(CaseNumber number, String owner);

	/**
	 * Whether the owner has something to do: a task of the owner's that they have, or
	 * that nobody has taken from the queue.
	 */
	boolean waitsForOwner(CaseNumber number, String owner);

	/** Puts the owner's open tasks back into the queue of their groups. */
	void releaseTasks(CaseNumber number, String owner);

}
