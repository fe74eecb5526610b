package dev.escala.engine.due;

import java.time.Instant;
import java.util.Set;

import dev.escala.reference.CaseNumber;
import dev.escala.validation.ConflictException;

/** How long a task may take for which no clock of its case holds. */
public interface AllowedTime {

	/**
	 * By when a task is done that somebody gets now.
	 * @param number the case, or {@code null}
	 * @param task the task's id in the model
	 * @param groups whose working hours count; where there is none, the organisation's
	 * @throws ConflictException where nobody can say
	 */
	Instant end(CaseNumber number, String task, Set<String> groups);

}
