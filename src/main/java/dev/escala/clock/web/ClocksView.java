package dev.escala.clock.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.Deadline;
import dev.escala.clock.DeadlineChange;
import dev.escala.clock.Pause;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.Target;
import dev.escala.clock.explanation.ClockExplanation;
import dev.escala.clock.explanation.ClockStatus;
import dev.escala.clock.explanation.ExplainedDay;
import dev.escala.clock.explanation.ExplainedDay.Stretch;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * The clocks of a case as programs and people read them. Instants are absolute (UTC);
 * times of day are those of the clock's calendar.
 *
 * @param number the case
 * @param clocks the latest run of each clock by its date, then the earlier runs
 * @param pauses the ledger of pauses, oldest first
 */
public record ClocksView(CaseNumber number, List<ClockView> clocks, List<PauseView> pauses) {

	static ClocksView of(CaseNumber number, List<ClockExplanation> clocks, List<Pause> pauses,
			Function<UserId, String> names) {
		return new ClocksView(number, clocks.stream().map((clock) -> ClockView.of(clock, names)).toList(),
				pauses.stream().map((pause) -> PauseView.of(pause, names)).toList());
	}

	/**
	 * One clock in one run.
	 *
	 * @param setByHand the date that a supervisor chose, or {@code null}
	 * @param freshSince since when it has a short term because only an edit would have
	 * ended it, or {@code null}
	 * @param counted ISO 8601; where days are counted whole days and the rest as time
	 * @param remaining the same, or {@code null} where the clock is over
	 * @param explanation Spanish sentences, in order
	 */
	record ClockView(ServiceClock clock, String label, int run, ClockStatus state, String stateLabel, Instant startedAt,
			Instant warnAt, Instant dueAt, Instant pausedAt, Instant warnedAt, Instant metAt, Instant breachedAt,
			Instant stoppedAt, Instant setByHand, Instant freshSince, LevelView serviceLevel, CalendarRef calendar,
			String counted, String remaining, String remainingText, List<DayView> days, List<ChangeView> changes,
			List<String> explanation) {

		static ClockView of(ClockExplanation clock, Function<UserId, String> names) {
			Deadline deadline = clock.deadline();
			Deadline.State state = deadline.state();
			return new ClockView(deadline.clock(), deadline.clock().label(), deadline.run(), clock.status(),
					clock.status().label(), deadline.startedAt(), deadline.warnAt(), deadline.dueAt(), state.pausedAt(),
					state.warnedAt(), state.metAt(), state.breachedAt(), state.stoppedAt(),
					(deadline.fixed() == null) ? null : deadline.fixed().until(),
					(deadline.fresh() == null) ? null : deadline.fresh().at(),
					LevelView.of(deadline.level().target(), deadline.reason()), CalendarRef.of(clock.calendar()),
					clock.counted(), clock.remaining(), clock.remainingText(),
					clock.days().stream().map(DayView::of).toList(),
					clock.changes().stream().map((change) -> ChangeView.of(change, names)).toList(), clock.sentences());
		}

	}

	/** What the rule of the table asks of the clock, and why. */
	public record LevelView(String duration, Counting counting, String text, int warnAfter, boolean mayPause,
			String reason) {

		public static LevelView of(Target target, String reason) {
			return new LevelView(target.duration(), target.counting(), target.text(), target.warnAfter(),
					target.mayPause(), reason);
		}

	}

	/** Which calendar counts. */
	public record CalendarRef(String code, String name, String zone) {

		public static CalendarRef of(WorkingCalendar calendar) {
			return new CalendarRef(calendar.code(), calendar.name(), calendar.zone().getId());
		}

	}

	/** What a day adds, or why it adds nothing. */
	record DayView(LocalDate date, String weekday, List<Stretch> counted, List<Stretch> paused, long minutes,
			String skipped) {

		static DayView of(ExplainedDay day) {
			return new DayView(day.date(), day.weekday(), day.counted(), day.paused(), day.minutes(), day.skipped());
		}

	}

	/** How the date was moved. */
	record ChangeView(Instant at, UserId by, String byName, Instant from, Instant to, String reason) {

		static ChangeView of(DeadlineChange change, Function<UserId, String> names) {
			return new ChangeView(change.changedAt(), change.actor(), names.apply(change.actor()), change.dueBefore(),
					change.dueAfter(), change.reason());
		}

	}

	/** A stretch during which the case waited; it lasts while it has no end. */
	record PauseView(Pause.Reason reason, String reasonLabel, String note, Instant startedAt, UserId startedBy,
			String startedByName, Instant endedAt, UserId endedBy, String endedByName) {

		static PauseView of(Pause pause, Function<UserId, String> names) {
			return new PauseView(pause.reason(), pause.reason().label(), pause.note(), pause.startedAt(),
					pause.startedBy(), names.apply(pause.startedBy()), pause.endedAt(), pause.endedBy(),
					names.apply(pause.endedBy()));
		}

	}

}
