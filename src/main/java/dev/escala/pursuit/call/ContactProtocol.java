package dev.escala.pursuit.call;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import dev.escala.calendar.Calendars;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.count.Countdown;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.Target;
import dev.escala.pursuit.Pursuit;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;

import org.springframework.stereotype.Component;

/**
 * The table {@code contactProtocol}: when somebody who did not answer is tried again, by
 * which way, and when they are left in peace (002-02, 004-17).
 */
@Component
class ContactProtocol {

	private final Decisions decisions;

	private final Calendars calendars;

	ContactProtocol(Decisions decisions, Calendars calendars) {
		this.decisions = decisions;
		this.calendars = calendars;
	}

	/**
	 * What follows.
	 * @param attempt how many tries without an answer there were, from 1
	 * @param channel the way of the last one
	 * @param last when it was; the wait is counted from it with the calendar of the group
	 */
	NextContact after(Pursuit pursuit, int attempt, CallChannel channel, Instant last) {
		Decision decision = this.decisions.decide(null, "contactProtocol",
				Map.of("attempt", attempt, "channel", channel, "strategy", pursuit.strategy()));
		Target wait = new Target(decision.text("within"), Counting.named(decision.text("counting")).orElse(null), 50,
				false);
		WorkingCalendar calendar = this.calendars.effective(pursuit.groupId(), null);
		return new NextContact(Countdown.end(calendar, last.truncatedTo(ChronoUnit.MILLIS), wait),
				CallChannel.valueOf(decision.text("nextChannel")), decision.flag("stop"), decision.reason());
	}

}
