package dev.escala.tracking;

import java.time.Instant;
import java.util.List;

/**
 * How a matter stands, as its customer reads it.
 *
 * @param steps what its phases are called, in order
 * @param step the phase in which it is, counted from 1
 * @param sentence what that means, or how it ended
 * @param over whether nothing more happens
 * @param asksHow whether it is time to ask how it went
 * @param asksSince what the customer said of it before then counts no more, or
 * {@code null}
 * @param wanted what we cannot go on without, as the customer reads it, or {@code null}
 */
public record Standing(List<String> steps, int step, String sentence, boolean over, boolean asksHow, Instant asksSince,
		String wanted) {

	public Standing {
		steps = List.copyOf(steps);
	}

	/** The same, where the customer is asked at most once and owes nothing. */
	public Standing(List<String> steps, int step, String sentence, boolean over, boolean asksHow) {
		this(steps, step, sentence, over, asksHow, null, null);
	}

}
