package dev.escala.pursuit.coaching.web;

import java.time.Instant;

import dev.escala.pursuit.coaching.Coaching;
import dev.escala.text.Dates;

/**
 * A practice as its page shows it.
 *
 * @param person who practises
 * @param leader with whom
 * @param fell what fell
 * @param state how far it is
 * @param openedAt since when
 * @param said what they said
 */
public record Practice(String person, String leader, String fell, String state, Instant openedAt, Coaching.Said said) {

	/** On which day they look again, or empty. */
	public String secondLook() {
		return (this.said.secondLook() == null) ? "" : Dates.figures(this.said.secondLook());
	}

}
