package dev.escala.clock.explanation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.Deadline;
import dev.escala.clock.DeadlineChange;
import dev.escala.clock.Pause;
import dev.escala.clock.UnmeasurableException;
import dev.escala.clock.count.Countdown;
import dev.escala.clock.count.CountedDay;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.DeletedCalendar;
import dev.escala.clock.count.Share;
import dev.escala.clock.count.Target;
import dev.escala.reference.UserId;

/**
 * How a clock came to its date, for people who doubt it.
 *
 * @param deadline the clock
 * @param status how it stands
 * @param calendar the calendar that counts it, as it is now
 * @param counted what has counted until now, or until the clock was over: an ISO 8601
 * duration; where days are counted whole days and, as time, the rest of one; {@code null}
 * where working time was counted by a calendar that was deleted since
 * @param remaining what is left to count, or {@code null} where the clock is over
 * @param remainingText the same in Spanish, or {@code null}
 * @param days what each day from the start on adds
 * @param changes how its date was moved, oldest first
 * @param sentences the whole story in Spanish, line by line; at most about 40
 */
public record ClockExplanation(Deadline deadline, ClockStatus status, WorkingCalendar calendar, String counted,
		String remaining, String remainingText, List<ExplainedDay> days, List<DeadlineChange> changes,
		List<String> sentences) {

	/**
	 * Explains a clock.
	 * @param pauses the ledger of the case, oldest first
	 * @param now until when a running clock has counted
	 * @param home the organisation's zone: told beside that of a calendar elsewhere
	 * @param names says the name of a user
	 */
	public static ClockExplanation of(Deadline deadline, WorkingCalendar calendar, List<Pause> pauses,
			List<DeadlineChange> changes, Instant now, ZoneId home, Function<UserId, String> names) {
		Facts facts = Facts.of(deadline, calendar, pauses, now);
		SpanishTime time = SpanishTime.in(calendar.zone(), now);
		ExplainedDays explained = new ExplainedDays(calendar, facts.target(), deadline.rule(), facts.stopping(),
				time.knowing(deadline.startedAt()));
		List<ExplainedDay> days = explained.days(facts.countdown(), facts.until());
		ClockStory story = new ClockStory(facts, time, SpanishTime.in(home, now), !calendar.zone().equals(home));
		return new ClockExplanation(deadline, facts.status(), calendar, facts.countedText(), facts.remaining(),
				facts.remainingText(), days, changes, story.tell(days, changes, names));
	}

	/**
	 * What the explanation is made of.
	 *
	 * @param deadline the clock, without a fresh term that does not count
	 * @param pauses the ledger as it was when the clock was over
	 * @param now until when it is looked at: now, or when the clock was over
	 * @param until the last instant whose day is told
	 */
	record Facts(Deadline deadline, ClockStatus status, WorkingCalendar calendar, List<Pause> pauses, Instant now,
			Instant until) {

		static Facts of(Deadline deadline, WorkingCalendar calendar, List<Pause> ledger, Instant now) {
			ClockStatus status = ClockStatus.of(deadline, now);
			Instant over = over(deadline);
			List<Pause> pauses = (over == null) ? ledger : ledger.stream()
				.filter((pause) -> pause.startedAt().isBefore(over))
				.map((pause) -> (pause.isOpen() || pause.endedAt().isAfter(over)) ? pause.ended(over, null) : pause)
				.toList();
			Instant until = switch (status) {
				case PAUSED -> later(now, deadline.state().pausedAt());
				case STOPPED -> (deadline.dueAt().isBefore(over)) ? deadline.dueAt() : over;
				default -> deadline.dueAt();
			};
			return new Facts(isOnFreshTerm(deadline, calendar, pauses) ? deadline : deadline.fresh(null), status,
					calendar, pauses, (over == null) ? now : over, until);
		}

		private static boolean isOnFreshTerm(Deadline deadline, WorkingCalendar calendar, List<Pause> pauses) {
			try {
				return !(calendar instanceof DeletedCalendar) && deadline.isOnFreshTerm(calendar, pauses);
			}
			catch (UnmeasurableException ex) {
				return false;
			}
		}

		private static Instant over(Deadline deadline) {
			return (deadline.breachedAt() != null) ? deadline.breachedAt()
					: (deadline.metAt() != null) ? deadline.metAt() : deadline.stoppedAt();
		}

		private static Instant later(Instant one, Instant other) {
			return one.isAfter(other) ? one : other;
		}

		Instant start() {
			return isOnFreshTerm() ? this.deadline.fresh().at()
					: (this.deadline.fixed() == null) ? this.deadline.startedAt() : this.deadline.fixed().at();
		}

		Target target() {
			Target agreed = this.deadline.level().target();
			return isOnFreshTerm() ? this.deadline.fresh().target(agreed)
					: (this.deadline.fixed() == null) ? agreed : this.deadline.fixed().target(agreed);
		}

		boolean isOnFreshTerm() {
			return this.deadline.fresh() != null;
		}

		Countdown countdown() {
			return this.deadline.countdown(this.calendar, this.pauses);
		}

		/** The pauses that stop this clock within its time. */
		List<Pause> stopping() {
			return this.pauses.stream()
				.filter((pause) -> target().mayPause() || pause.reason() == Pause.Reason.RESOLVED)
				.filter((pause) -> DayLines.touches(pause, start(), this.until))
				.toList();
		}

		/** Whether there were pauses that do not stop this clock. */
		boolean ignoresPauses() {
			return this.pauses.stream()
				.anyMatch((pause) -> !target().mayPause() && pause.reason() != Pause.Reason.RESOLVED
						&& DayLines.touches(pause, start(), this.until));
		}

		/**
		 * Whether the calendar would give another date today than the one that counts.
		 */
		boolean isOutdated() {
			if (this.status == ClockStatus.PAUSED || this.status == ClockStatus.STOPPED) {
				return false;
			}
			try {
				return !countdown().dueAt().filter(this.deadline.dueAt()::equals).isPresent();
			}
			catch (UnmeasurableException ex) {
				return true;
			}
		}

		private boolean inDays() {
			return !target().counting().isTime();
		}

		String countedText() {
			return inDays() ? iso(countdown().shares(this.now), this.now) : countdown().counted(this.now).toString();
		}

		/** Whole days, and the rest as time of the last day that is measured by then. */
		private String iso(Share days, Instant by) {
			Duration rest = rest(days, by);
			return "P" + days.wholeDays() + "D" + (rest.isZero() ? "" : rest.toString().substring(1));
		}

		private Duration rest(Share days, Instant by) {
			Share part = days.minus(Share.days(days.wholeDays()));
			return countdown().days(by)
				.stream()
				.map(CountedDay::whole)
				.filter((whole) -> !whole.isZero())
				.reduce((earlier, later) -> later)
				.map(part::in)
				.orElse(Duration.ZERO);
		}

		private boolean isOver() {
			return this.status != ClockStatus.RUNNING && this.status != ClockStatus.PAUSED;
		}

		String remaining() {
			return isOver() ? null : inDays() ? iso(daysLeft(), this.deadline.dueAt()) : timeLeft().toString();
		}

		String remainingText() {
			if (isOver()) {
				return null;
			}
			if (inDays()) {
				return daysLeftText();
			}
			return SpanishTime.length(timeLeft().toMinutes())
					+ ((target().counting() == Counting.WORKING) ? " de horario laborable" : "");
		}

		private String daysLeftText() {
			boolean working = target().counting().isWorking();
			long whole = daysLeft().wholeDays();
			long minutes = rest(daysLeft(), this.deadline.dueAt()).toMinutes();
			String days = DayLines.days(whole, working);
			String rest = SpanishTime.length(minutes);
			return (whole == 0) ? rest + (working ? " de horario laborable" : "")
					: (minutes == 0) ? days : days + " y " + rest;
		}

		private Share daysLeft() {
			Share left = countdown().goal().minus(countdown().shares(this.now));
			return (left.compareTo(Share.NONE) < 0) ? Share.NONE : left;
		}

		private Duration timeLeft() {
			Duration left = target().time().minus(countdown().counted(this.now));
			return left.isNegative() ? Duration.ZERO : left;
		}

	}

}
