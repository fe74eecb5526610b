package dev.escala.pursuit.coaching;

import java.time.Instant;
import java.time.LocalDate;

import dev.escala.reference.UserId;

/**
 * A practice with somebody whose ratio fell.
 *
 * @param id its number, for nobody to read
 * @param person who practises
 * @param ratio which ratio fell
 * @param now what it was when somebody was asked
 * @param before what it was in the quarter before
 * @param reason why the table asked for it, in Spanish
 * @param state how far it is
 * @param leader who practises with them, or {@code null} while nobody has it
 * @param said what they said of it
 * @param openedAt when somebody was asked
 */
public record Coaching(long id, UserId person, CoachedRatio ratio, Counted now, Counted before, String reason,
		CoachingState state, UserId leader, Said said, Instant openedAt) {

	/** What fell, as people read it. */
	public String told() {
		return this.ratio.label() + ": " + this.now.told() + "; " + this.before.told() + ".";
	}

	/**
	 * What whoever practised said; each is {@code null} while it is not said.
	 *
	 * @param practised what they practised
	 * @param agreed what they agreed
	 * @param secondLook on which day they look again
	 * @param declined why they did not practise
	 * @param outcome what the second look found
	 */
	public record Said(String practised, String agreed, LocalDate secondLook, String declined, String outcome) {
	}

}
