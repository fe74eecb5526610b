package dev.escala.complaint.regime;

import java.time.Instant;
import java.util.List;

/**
 * What happened with a complaint that its terms depend on.
 *
 * @param presentedAt its earliest arrival at any door
 * @param cures what had to be completed, in order
 * @param decidedAt when it was decided, or {@code null}
 */
public record Course(Instant presentedAt, List<Cure> cures, Instant decidedAt) {

	public Course {
		cures = List.copyOf(cures);
	}

	/** A complaint that has just come. */
	public static Course presented(Instant at) {
		return new Course(at, List.of(), null);
	}

}
