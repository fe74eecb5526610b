package dev.escala.handover;

import java.util.Optional;

import dev.escala.reference.UserId;

/** The open tasks of all processes. */
public interface TaskDesk {

	/** The task, if whoever asks may see it. */
	Optional<OpenTask> find(String taskId);

	/**
	 * Puts the task into somebody's hands, or back into the queue of its groups.
	 * @param userId who gets it, or {@code null} for nobody
	 * @throws dev.escala.validation.Refusal where the task itself says that it is not for
	 * that person
	 */
	void assign(OpenTask task, UserId userId);

}
