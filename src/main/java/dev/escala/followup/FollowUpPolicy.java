package dev.escala.followup;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import dev.escala.calendar.Calendars;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.count.Countdown;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.Target;
import dev.escala.customer.Customer;
import dev.escala.reference.CustomerId;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;

import org.springframework.stereotype.Component;

/**
 * The table {@code followUpPolicy}: who is called after what, when, by whom, and how
 * often. Times count with the calendar of the customer.
 */
@Component
class FollowUpPolicy {

	private final Decisions decisions;

	private final Calendars calendars;

	FollowUpPolicy(Decisions decisions, Calendars calendars) {
		this.decisions = decisions;
		this.calendars = calendars;
	}

	/** What the table says of it; nothing is recorded with the case. */
	FollowUpRule of(Ended ended, Customer customer) {
		Decision decision = this.decisions.decide(null, "followUpPolicy", Map.of("followUpKind", ended.kind(), "served",
				ended.served(), "said", ended.said(), "tier", customer.tier()));
		return new FollowUpRule(decision.flag("call"),
				after(ended.customerId(), ended.at(), decision.text("after"), decision.text("counting")),
				FollowUpCaller.valueOf(decision.text("caller")), FollowUpChannel.valueOf(decision.text("channel")),
				decision.number("weeks"), decision.number("attempts"), decision.text("retry"),
				decision.text("retryCounting"), decision.reason());
	}

	/** When somebody tries again who did not reach them at that time. */
	Instant again(FollowUp followUp, Instant tried) {
		return after(followUp.customerId(), tried, followUp.plan().retry(), followUp.plan().retryCounting());
	}

	private Instant after(CustomerId customerId, Instant from, String term, String counting) {
		WorkingCalendar calendar = this.calendars.effective(null, customerId);
		return Countdown.end(calendar, from.truncatedTo(ChronoUnit.MILLIS),
				new Target(term, Counting.named(counting).orElse(null), 50, false));
	}

}
