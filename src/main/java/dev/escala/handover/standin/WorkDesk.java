package dev.escala.handover.standin;

import java.time.Instant;

import dev.escala.reference.UserId;

/** What moving work asks of the engine. */
public interface WorkDesk {

	/** Whether the task itself says that it is not for that person. */
	boolean isRefused(HeldTask task, UserId person);

	/** Whether the person has written a comment at the task since then. */
	boolean hasComment(HeldTask task, UserId person, Instant since);

	/**
	 * Puts the task into somebody's hands.
	 * @param person who gets it, or {@code null} where its groups share it
	 */
	void assign(HeldTask task, UserId person);

	/** The person may take the task, though in none of its groups; or no more. */
	void link(HeldTask task, UserId person, boolean may);

	/** The group may take the task, too; or no more. */
	void link(HeldTask task, String group, boolean may);

}
