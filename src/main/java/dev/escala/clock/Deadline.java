package dev.escala.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.count.Countdown;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.DayRule;
import dev.escala.clock.count.Target;
import dev.escala.reference.CaseNumber;

/**
 * One clock of one case, in one run. Instants are absolute.
 *
 * @param id its number
 * @param caseNumber the case
 * @param clock which clock
 * @param run how often it began before, from 1; only clocks that are not the customer's
 * run more than once
 * @param level the service level that it measures
 * @param rule how pauses count where it counts days; the one it began with, for ever
 * @param calendarCode the calendar that counted last
 * @param startedAt when it began to count
 * @param fixed the date that a supervisor set, or {@code null}
 * @param fresh the short term that it got because only an edit would have ended it, or
 * {@code null}
 * @param state what became of it
 * @param warnAt when people are warned
 * @param dueAt when it is over; while paused, when it would have been
 * @param watchId the process instance that waits for its dates, or {@code null}
 */
public record Deadline(long id, CaseNumber caseNumber, ServiceClock clock, int run, AgreedLevel level, DayRule rule,
		String calendarCode, Instant startedAt, Fixed fixed, FreshTerm fresh, State state, Instant warnAt,
		Instant dueAt, String watchId) {

	/** A clock that begins now or began before, with its dates. */
	public static Deadline start(CaseNumber caseNumber, AgreedLevel level, int run, Instant startedAt,
			WorkingCalendar calendar, List<Pause> pauses) {
		return new Deadline(0, caseNumber, level.clock(), run, level, DayRule.NEWEST, calendar.code(), startedAt, null,
				null, State.NEW, null, null, null)
			.recalculated(calendar, pauses);
	}

	/**
	 * The dates as the ledger gives them now. A clock that was met, breached or stopped
	 * keeps its dates.
	 * @throws UnmeasurableException where they cannot be computed
	 */
	public Deadline recalculated(WorkingCalendar calendar, List<Pause> pauses) {
		if (!isMovable()) {
			return this;
		}
		Countdown countdown = countdown(calendar, pauses);
		Instant due = countdown.dueAt().orElse(null);
		if (due != null) {
			return with(calendar, countdown.warnAt().orElse(due), due, null);
		}
		Instant since = pauses.stream()
			.filter(Pause::isOpen)
			.map(Pause::startedAt)
			.min(Instant::compareTo)
			.orElseThrow(() -> new IllegalStateException("It stands still without a pause: " + this));
		Countdown without = countdown(calendar, pauses.stream().filter((pause) -> !pause.isOpen()).toList());
		return with(calendar, without.warnAt().orElseThrow(), without.dueAt().orElseThrow(),
				since.isBefore(this.startedAt) ? this.startedAt : since);
	}

	/** How the dates come about. */
	public Countdown countdown(WorkingCalendar calendar, List<Pause> pauses) {
		return isOnFreshTerm(calendar, pauses) ? freshly(calendar, pauses) : ordinarily(calendar, pauses);
	}

	/**
	 * Whether its fresh term counts: what was agreed, or set by hand, is over earlier. An
	 * edit that is taken back leaves the date of before.
	 */
	public boolean isOnFreshTerm(WorkingCalendar calendar, List<Pause> pauses) {
		if (this.fresh == null) {
			return false;
		}
		Optional<Instant> ordinary = ordinarily(calendar, pauses).dueAt();
		// What stands still is over later than whatever is over.
		return ordinary.isPresent()
				&& freshly(calendar, pauses).dueAt().filter((due) -> !due.isAfter(ordinary.get())).isEmpty();
	}

	private Countdown ordinarily(WorkingCalendar calendar, List<Pause> pauses) {
		return (this.fixed == null) ? new Countdown(calendar, this.startedAt, this.level.target(), pauses, this.rule)
				: new Countdown(calendar, this.fixed.at(), this.fixed.target(this.level.target()), pauses, this.rule);
	}

	private Countdown freshly(WorkingCalendar calendar, List<Pause> pauses) {
		return new Countdown(calendar, this.fresh.at(), this.fresh.target(this.level.target()), pauses, this.rule);
	}

	private Deadline with(WorkingCalendar calendar, Instant warn, Instant due, Instant pausedAt) {
		return new Deadline(this.id, this.caseNumber, this.clock, this.run, this.level, this.rule, calendar.code(),
				this.startedAt, this.fixed, this.fresh, this.state.paused(pausedAt), warn, due, this.watchId);
	}

	/** The clock under another service level; a date set by hand gives way to it. */
	Deadline under(AgreedLevel other) {
		return new Deadline(this.id, this.caseNumber, this.clock, this.run, other, this.rule, this.calendarCode,
				this.startedAt, null, this.fresh, this.state, this.warnAt, this.dueAt, this.watchId);
	}

	/** The clock as if it had begun then. */
	Deadline startedAt(Instant earlier) {
		return new Deadline(this.id, this.caseNumber, this.clock, this.run, this.level, this.rule, this.calendarCode,
				earlier, this.fixed, this.fresh, this.state, this.warnAt, this.dueAt, this.watchId);
	}

	/** The clock with a date set by hand, which also ends a fresh term. */
	public Deadline fixed(Instant now, Instant until) {
		return new Deadline(this.id, this.caseNumber, this.clock, this.run, this.level, this.rule, this.calendarCode,
				this.startedAt, new Fixed(now, until), null, this.state, this.warnAt, this.dueAt, this.watchId);
	}

	/**
	 * The clock with another fresh term.
	 * @param term or {@code null} for none
	 */
	public Deadline fresh(FreshTerm term) {
		return new Deadline(this.id, this.caseNumber, this.clock, this.run, this.level, this.rule, this.calendarCode,
				this.startedAt, this.fixed, term, this.state, this.warnAt, this.dueAt, this.watchId);
	}

	/** The clock counts again as if it had never been met or stopped. */
	Deadline reopened() {
		return new Deadline(this.id, this.caseNumber, this.clock, this.run, this.level, this.rule, this.calendarCode,
				this.startedAt, this.fixed, this.fresh, this.state.reopened(), this.warnAt, this.dueAt, this.watchId);
	}

	/** Whether somebody should still meet it, breached or not. */
	public boolean isOpen() {
		return this.state.metAt() == null && this.state.stoppedAt() == null;
	}

	/** Whether its dates may still change. */
	public boolean isMovable() {
		return isOpen() && this.state.breachedAt() == null;
	}

	/** Whether it stands still now. */
	public boolean isPaused() {
		return this.state.pausedAt() != null && isMovable();
	}

	/** Whether it was missed: noticed as breached, or met only after it was due. */
	public boolean isMissed() {
		return this.state.breachedAt() != null
				|| (this.state.metAt() != null && this.state.metAt().isAfter(this.dueAt));
	}

	public Instant metAt() {
		return this.state.metAt();
	}

	public Instant breachedAt() {
		return this.state.breachedAt();
	}

	public Instant stoppedAt() {
		return this.state.stoppedAt();
	}

	/** Why this duration, in Spanish: the rule's annotation. */
	public String reason() {
		return this.level.reason();
	}

	/**
	 * A date that a supervisor set by hand: from then on all time counts until it, less
	 * later pauses.
	 *
	 * @param at when it was set
	 * @param until the date
	 */
	public record Fixed(Instant at, Instant until) {

		public Target target(Target agreed) {
			return new Target(Duration.between(this.at, this.until).toString(), Counting.ELAPSED, agreed.warnAfter(),
					agreed.mayPause());
		}

	}

	/**
	 * A short term since the edit that would have ended the clock: from then on all time
	 * counts until a date that no edit moves, less later pauses.
	 *
	 * @param at when it was given
	 * @param until when it is over
	 */
	public record FreshTerm(Instant at, Instant until) {

		public Target target(Target agreed) {
			return new Fixed(this.at, this.until).target(agreed);
		}

	}

	/**
	 * What became of a clock.
	 *
	 * @param pausedAt since when it stands still, or {@code null}
	 * @param warnedAt when people were warned, or {@code null}
	 * @param metAt when it was met, in time or late, or {@code null}
	 * @param breachedAt when it was found missed, or {@code null}
	 * @param stoppedAt when the case was over before the clock was met, or {@code null}
	 */
	public record State(Instant pausedAt, Instant warnedAt, Instant metAt, Instant breachedAt, Instant stoppedAt) {

		static final State NEW = new State(null, null, null, null, null);

		State paused(Instant at) {
			return new State(at, this.warnedAt, this.metAt, this.breachedAt, this.stoppedAt);
		}

		State reopened() {
			return new State(this.pausedAt, this.warnedAt, null, this.breachedAt, null);
		}

	}

}
