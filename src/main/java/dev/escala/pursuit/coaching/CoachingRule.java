package dev.escala.pursuit.coaching;

import dev.escala.clock.count.Counting;
import dev.escala.clock.count.Target;
import dev.escala.routing.Decision;

/**
 * A row of the table {@code coachingMargin}.
 *
 * @param margin by how many percentage points a ratio has to fall
 * @param attempts so many at least in both quarters, so that chance is not coached
 * @param running whether the quarter under way is looked at, too
 * @param settleDays how many days after its end a quarter is looked at
 * @param reason the annotation, in Spanish
 */
record CoachingRule(int margin, int attempts, boolean running, int settleDays, String reason) {

	static CoachingRule of(Decision answer) {
		return new CoachingRule(answer.number("margin"), answer.number("attempts"), answer.flag("running"),
				answer.number("settleDays"), answer.reason());
	}

	/** In which time somebody practises. */
	static Target within(Decision answer) {
		return new Target(answer.text("within"), Counting.named(answer.text("counting")).orElse(null), 50, false);
	}

	/** Whether somebody practises it. */
	boolean asksFor(Counted now, Counted before) {
		return now.whole() >= this.attempts && before.whole() >= this.attempts && now.isBelow(before, this.margin);
	}

}
