package dev.escala.card;

import java.time.Instant;
import java.time.ZoneId;

import dev.escala.text.Dates;

/**
 * A task of a case that waits for somebody.
 *
 * @param id of the task, or {@code null} for whoever may not open it
 * @param name what it is called
 * @param holder who has it or whose members may take it, in Spanish
 * @param dueAt by when, or {@code null}
 */
public record OpenTask(String id, String name, String holder, Instant dueAt) {

	/** By when, as a list says it in that time zone. */
	public String dueText(ZoneId zone) {
		return Dates.limit(this.dueAt, zone);
	}

}
