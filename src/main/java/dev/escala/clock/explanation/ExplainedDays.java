package dev.escala.clock.explanation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.escala.calendar.TimeSpan;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.Pause;
import dev.escala.clock.count.Countdown;
import dev.escala.clock.count.CountedDay;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.DayRule;
import dev.escala.clock.count.Share;
import dev.escala.clock.count.Target;
import dev.escala.clock.explanation.ExplainedDay.Kind;
import dev.escala.clock.explanation.ExplainedDay.Stretch;

/** Says of each day of a countdown what it adds, or why it adds nothing. */
final class ExplainedDays {

	private final WorkingCalendar calendar;

	private final Target target;

	private final DayRule rule;

	private final List<Pause> pauses;

	private final SpanishTime time;

	/**
	 * Prepares the explanation.
	 * @param pauses those that stop this clock
	 */
	ExplainedDays(WorkingCalendar calendar, Target target, DayRule rule, List<Pause> pauses, SpanishTime time) {
		this.calendar = calendar;
		this.target = target;
		this.rule = rule;
		this.pauses = pauses;
		this.time = time;
	}

	/** The days until then, without those at the end that have nothing to tell. */
	List<ExplainedDay> days(Countdown countdown, Instant until) {
		List<ExplainedDay> days = new ArrayList<>();
		for (CountedDay day : countdown.days(until)) {
			days.add(explain(day, days.isEmpty()));
		}
		while (!days.isEmpty() && days.get(days.size() - 1).kind() == Kind.UNFINISHED) {
			days.remove(days.size() - 1);
		}
		return days;
	}

	private ExplainedDay explain(CountedDay day, boolean first) {
		Kind kind = kind(day, first);
		long minutes = day.counted().stream().mapToLong(SpanishTime::minutes).sum();
		return new ExplainedDay(day.date(), SpanishTime.weekday(day.date()), kind, stretches(day.counted(), day.date()),
				stretches(day.paused(), day.date()), minutes, note(day), skipped(kind, day));
	}

	/** Of dates that all count nobody asks what day it is. */
	private String note(CountedDay day) {
		return (this.target.counting().isTime() || this.target.counting().isWorking()) ? day.note() : null;
	}

	private Kind kind(CountedDay day, boolean first) {
		List<TimeSpan> open = this.calendar.openOn(day.date());
		Counting counting = this.target.counting();
		boolean elapsed = !counting.isWorking();
		if (!elapsed && open.isEmpty()) {
			return closed(day);
		}
		if (DayLines.areTold(counting)) {
			return (day.share().compareTo(Share.NONE) > 0) ? Kind.COUNTS
					: first ? (counting.withStart() ? Kind.OUT_OF_HOURS : Kind.START)
							: isPaused(day, open) ? Kind.PAUSED : Kind.UNFINISHED;
		}
		if (!day.counted().isEmpty()) {
			return Kind.COUNTS;
		}
		return !day.paused().isEmpty() ? Kind.PAUSED : (elapsed || !first) ? Kind.UNFINISHED : Kind.OUT_OF_HOURS;
	}

	private Kind closed(CountedDay day) {
		return this.calendar.isPublicHoliday(day.date()) ? Kind.HOLIDAY
				: (day.note() != null) ? Kind.OWN_DAY : Kind.CLOSED;
	}

	private boolean isPaused(CountedDay day, List<TimeSpan> open) {
		return !day.paused().isEmpty() && (this.rule != DayRule.CLOSINGS
				|| day.paused().get(day.paused().size() - 1).to().equals(open.get(open.size() - 1).to()));
	}

	private String skipped(Kind kind, CountedDay day) {
		return switch (kind) {
			case COUNTS, UNFINISHED -> null;
			case START -> "el día en que empieza no cuenta";
			case HOLIDAY, OWN_DAY -> day.note();
			case CLOSED -> isWeekend(day.date()) ? "fin de semana" : "día no laborable";
			case PAUSED -> "pausa: " + reason(day);
			case OUT_OF_HOURS -> "fuera del horario laborable";
		};
	}

	private static boolean isWeekend(LocalDate date) {
		return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
	}

	private String reason(CountedDay day) {
		Instant last = day.paused().get(day.paused().size() - 1).from();
		return this.pauses.stream()
			.filter((pause) -> pause.covers(last))
			.map((pause) -> pause.reason().label())
			.findFirst()
			.orElse("sin motivo anotado");
	}

	private List<Stretch> stretches(List<TimeSpan> spans, LocalDate date) {
		return spans.stream()
			.map((span) -> new Stretch(this.time.clock(span.from(), date), this.time.clock(span.to(), date)))
			.toList();
	}

}
