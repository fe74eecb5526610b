package dev.escala.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.count.DayRule;
import dev.escala.clock.count.MinuteWalk.Agreed;
import dev.escala.clock.count.MinuteWalk.Stop;
import dev.escala.clock.count.OracleCase;
import dev.escala.reference.CaseNumber;

/**
 * Does to a clock what the application does to it over time: at each event it computes
 * the dates again from what is known by then, and between the events its timer fires. It
 * knows the calculator and not the oracle.
 */
public final class ClockHistory {

	private final OracleCase given;

	private final WorkingCalendar calendar;

	private final List<Moment> moments = new ArrayList<>();

	private Deadline clock;

	public ClockHistory(OracleCase given) {
		this.given = given;
		this.calendar = given.place().calendar();
	}

	/** Lives through the case and returns the clock as it was left. */
	public Deadline live() {
		Instant start = this.given.start();
		this.clock = Deadline.start(new CaseNumber("ESC-0000-000000"), level(this.given.agreed().get(0)), 1, start,
				this.calendar, this.given.ledgerKnownAt(start));
		this.clock = under(this.given.rule());
		happen(start);
		for (Instant now : events().tailSet(start, false)) {
			timer(now.minusSeconds(1));
			happen(now);
		}
		timer(Instant.MAX);
		return this.clock;
	}

	/** The dates that it had after each event, while they could move. */
	public List<Moment> moments() {
		return this.moments;
	}

	private NavigableSet<Instant> events() {
		NavigableSet<Instant> events = new TreeSet<>();
		this.given.agreed().forEach((agreed) -> events.add(agreed.from()));
		this.given.waits().forEach((wait) -> add(events, wait.stop()));
		this.given.shut().forEach((stop) -> add(events, stop));
		return events;
	}

	private static void add(NavigableSet<Instant> events, Stop stop) {
		events.add(Instant.ofEpochSecond(stop.from()));
		if (!OracleCase.lasts(stop)) {
			events.add(Instant.ofEpochSecond(stop.to()));
		}
	}

	private void happen(Instant now) {
		for (Stop stop : this.given.shut()) {
			if (stop.from() == now.getEpochSecond() && this.clock.isOpen()) {
				this.clock = with(now, this.clock.breachedAt());
			}
			if (stop.to() == now.getEpochSecond()) {
				this.clock = this.clock.reopened();
			}
		}
		for (Agreed agreed : this.given.agreed()) {
			if (agreed.from().equals(now)) {
				this.clock = this.clock.under(level(agreed));
			}
		}
		this.clock = this.clock.recalculated(this.calendar, this.given.ledgerKnownAt(now));
		if (this.clock.isMovable()) {
			this.moments.add(new Moment(now, this.clock));
		}
		timerAt(now);
	}

	/** Fires if the clock was over by then. */
	private void timer(Instant until) {
		if (this.clock.isMovable() && !this.clock.isPaused() && !this.clock.dueAt().isAfter(until)) {
			this.clock = with(this.clock.metAt(), this.clock.dueAt());
		}
	}

	/** Fires at once if the event left it without time. */
	private void timerAt(Instant now) {
		if (this.clock.isMovable() && !this.clock.isPaused() && !this.clock.dueAt().isAfter(now)) {
			this.clock = with(this.clock.metAt(), now);
		}
	}

	/** As a former version left it, and an upgrade found it. */
	private Deadline under(DayRule rule) {
		Deadline was = this.clock;
		return new Deadline(was.id(), was.caseNumber(), was.clock(), was.run(), was.level(), rule, was.calendarCode(),
				was.startedAt(), was.fixed(), was.fresh(), was.state(), was.warnAt(), was.dueAt(), null);
	}

	private Deadline with(Instant metAt, Instant breachedAt) {
		Deadline was = this.clock;
		return new Deadline(was.id(), was.caseNumber(), was.clock(), was.run(), was.level(), was.rule(),
				was.calendarCode(), was.startedAt(), was.fixed(), was.fresh(),
				new Deadline.State(null, null, metAt, breachedAt, null), was.warnAt(), was.dueAt(), null);
	}

	private static AgreedLevel level(Agreed agreed) {
		return new AgreedLevel(ServiceClock.RESOLUTION, OracleCase.target(agreed.goal()), "Prueba.");
	}

	/** The clock right after an event. */
	public record Moment(Instant at, Deadline clock) {
	}

}
