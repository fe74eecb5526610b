package dev.escala.internalrequest;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import dev.escala.calendar.Calendars;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.count.Countdown;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.Target;
import dev.escala.pipeline.Party;
import dev.escala.policy.Route;
import dev.escala.reference.CustomerId;

import org.springframework.stereotype.Component;

/**
 * Computes by when a request is acknowledged and answered: working hours and days of the
 * calendar that holds for the group that answers and for the customer (000-27, 000-28).
 */
@Component
public class RequestDates {

	private static final long QUARTER = 15 * 60;

	private final Calendars calendars;

	private final RequestProperties properties;

	private final Clock clock;

	RequestDates(Calendars calendars, RequestProperties properties, Clock clock) {
		this.calendars = calendars;
		this.properties = properties;
		this.clock = clock;
	}

	/** The deadlines of a request that comes in now. */
	public Dates dates(Route route, Party party) {
		Countdown acknowledge = countdown(route.acknowledge(), route.groupId(), party);
		Countdown decide = countdown(route.decide(), route.groupId(), party);
		return new Dates(acknowledge.dueAt().orElseThrow(), decide.warnAt().orElseThrow(),
				decide.dueAt().orElseThrow());
	}

	/**
	 * The date to promise to the other side: the answer, and working time to call them,
	 * up to the next quarter of an hour (000-18).
	 */
	public Instant promised(Instant answerDue, String groupId, Party party) {
		Target call = new Target(this.properties.passOn().toString(), Counting.WORKING, 50, false);
		Instant exact = Countdown.end(calendar(groupId, party), answerDue, call);
		long over = Math.floorMod(exact.getEpochSecond(), QUARTER);
		return (over == 0) ? exact.truncatedTo(ChronoUnit.SECONDS)
				: exact.truncatedTo(ChronoUnit.SECONDS).plusSeconds(QUARTER - over);
	}

	/** The moment after so much working time from now. */
	public Instant after(Target target, String groupId, Party party) {
		return countdown(target, groupId, party).dueAt().orElseThrow();
	}

	/** Three quarters of the time from now to a date. */
	Instant warning(Instant due) {
		Instant now = this.clock.instant();
		return now.plus(now.until(due, ChronoUnit.MILLIS) * 3 / 4, ChronoUnit.MILLIS);
	}

	private Countdown countdown(Target target, String groupId, Party party) {
		return new Countdown(calendar(groupId, party), this.clock.instant().truncatedTo(ChronoUnit.MILLIS), target,
				List.of());
	}

	private WorkingCalendar calendar(String groupId, Party party) {
		CustomerId customer = (party != null && party.kind() == Party.Kind.CUSTOMER) ? new CustomerId(party.id())
				: null;
		return this.calendars.effective(groupId, customer);
	}

	/**
	 * The deadlines of a request.
	 *
	 * @param acknowledgeDue by when somebody says that they have it
	 * @param warnAt when they are reminded of the answer
	 * @param answerDue by when it is answered
	 */
	public record Dates(Instant acknowledgeDue, Instant warnAt, Instant answerDue) {
	}

}
