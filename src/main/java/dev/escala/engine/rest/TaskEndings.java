package dev.escala.engine.rest;

import java.util.Optional;

/**
 * Says why somebody can no longer work on a task. The engine only knows that the task is
 * over; why is known by whoever knows its case.
 */
public interface TaskEndings {

	/**
	 * Why the task is over, or whose it is now.
	 * @param taskId the task, which may be over
	 * @return Spanish sentences, or empty where there is nothing better to say than that
	 * it is over, and where whoever acts can work on it
	 */
	Optional<String> why(String taskId);

}
