package dev.escala.retention;

import java.time.Instant;
import java.time.LocalDate;

import dev.escala.reference.UserId;

/**
 * A call to a customer who seems to be leaving.
 *
 * @param step what follows
 * @param said what they said
 * @param cause code of the table of causes, or {@code null}
 * @param againOn when they are called again, or {@code null}
 * @param by who called
 * @param at when
 */
public record RetentionCall(NextStep step, String said, String cause, LocalDate againOn, UserId by, Instant at) {

	/**
	 * A call as somebody typed it; any part may be missing or wrong.
	 *
	 * @param step name of a {@link NextStep}
	 * @param said what they said
	 * @param cause code of the table of causes
	 * @param againOn {@code dd/mm/aaaa}
	 * @param lesson what is learned, where it is too late
	 */
	public record Input(String step, String said, String cause, String againOn, String lesson) {
	}

}
