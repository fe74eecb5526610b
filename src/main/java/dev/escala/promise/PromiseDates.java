package dev.escala.promise;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import dev.escala.calendar.Calendars;
import dev.escala.clock.count.Countdown;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.Target;
import dev.escala.customer.Customer;
import dev.escala.matter.Matter;
import dev.escala.promise.Proposal.Margin;
import dev.escala.reference.CustomerId;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;

import org.springframework.stereotype.Component;

/**
 * Computes the date that is promised: the estimate plus the margin of the table
 * {@code promiseMargin} (003-05), both counted in working hours of the calendar that
 * holds for the customer, so that it falls into working time.
 */
@Component
class PromiseDates {

	private static final Duration QUARTER = Duration.ofMinutes(15);

	private final Decisions decisions;

	private final Calendars calendars;

	private final Clock clock;

	PromiseDates(Decisions decisions, Calendars calendars, Clock clock) {
		this.decisions = decisions;
		this.calendars = calendars;
		this.clock = clock;
	}

	/** The dates for an estimate, counted from now; the decision is recorded. */
	Dates plan(Matter matter, Customer customer, Estimate estimate) {
		Decision decision = this.decisions.decide(matter.number(), "promiseMargin",
				Map.of("complexity", estimate.complexity().name(), "estimateHours", estimate.hours(), "severity",
						matter.severity().name(), "tier", customer.tier().name()));
		int percent = decision.number("marginPercent");
		Duration whole = Duration.ofMinutes(estimate.hours() * 60L * (100 + percent) / 100);
		Duration lead = Duration.parse(decision.text("remindBefore"));
		// A short promise is reminded of half-way, not before it is made.
		Duration untilReminder = (whole.compareTo(lead.multipliedBy(2)) > 0) ? whole.minus(lead) : whole.dividedBy(2);
		return new Dates(new Margin(percent, decision.reason()), quarter(after(whole, matter.groupId(), customer.id())),
				after(untilReminder, matter.groupId(), customer.id()));
	}

	/** The moment after so many working hours from now. */
	Instant after(Duration working, String groupId, CustomerId customerId) {
		Target target = new Target(working.toString(), Counting.WORKING, 50, false);
		return Countdown.end(this.calendars.effective(groupId, customerId),
				this.clock.instant().truncatedTo(ChronoUnit.MICROS), target);
	}

	/** People promise a quarter of an hour, not a minute. */
	private static Instant quarter(Instant exact) {
		long over = exact.toEpochMilli() % QUARTER.toMillis();
		return (over == 0) ? exact.truncatedTo(ChronoUnit.MILLIS)
				: exact.truncatedTo(ChronoUnit.MILLIS).plusMillis(QUARTER.toMillis() - over);
	}

	/**
	 * What the table and the calendar make of an estimate.
	 *
	 * @param margin what was added
	 * @param promisedAt the date to promise
	 * @param remindAt when the owner is reminded
	 */
	record Dates(Margin margin, Instant promisedAt, Instant remindAt) {
	}

}
