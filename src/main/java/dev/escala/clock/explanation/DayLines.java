package dev.escala.clock.explanation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.calendar.TimeSpan;
import dev.escala.clock.Pause;
import dev.escala.clock.count.CountedDay;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.DayRule;
import dev.escala.clock.explanation.ExplainedDay.Kind;
import dev.escala.clock.explanation.ExplainedDay.Stretch;
import dev.escala.text.Sentences;

/**
 * Tells the days of a clock in few lines: days in a row of which the same can be said are
 * told together, and of very many only the first and the last, with a sum of those
 * between.
 */
final class DayLines {

	private static final int AT_MOST = 26;

	private static final int AT_EACH_END = 12;

	private final SpanishTime time;

	private final boolean inDays;

	private final Counting counting;

	private final DayRule rule;

	private final List<CountedDay> counted;

	private final List<Pause> pauses;

	private final List<Line> lines = new ArrayList<>();

	/**
	 * Prepares the lines.
	 * @param counted the same days as those that are told, as they were counted
	 * @param pauses those that stop this clock, oldest first
	 */
	DayLines(SpanishTime time, Counting counting, DayRule rule, List<CountedDay> counted, List<Pause> pauses) {
		this.time = time;
		this.counting = counting;
		this.rule = rule;
		this.inDays = areTold(counting);
		this.counted = counted;
		this.pauses = pauses;
	}

	/**
	 * Whether days are told and not hours. From an hour to the same hour of another day
	 * parts of days count: hours say more.
	 */
	static boolean areTold(Counting counting) {
		return !counting.isTime() && counting != Counting.WORKING_DAYS_SAME_HOUR;
	}

	static String days(long number, boolean working) {
		return number + (working ? ((number == 1) ? " día laborable" : " días laborables")
				: ((number == 1) ? " día natural" : " días naturales"));
	}

	List<String> lines(List<ExplainedDay> days) {
		List<Pause> untold = new ArrayList<>(this.pauses);
		List<ExplainedDay> alike = new ArrayList<>();
		for (ExplainedDay day : days) {
			if (!alike.isEmpty() && !sayable(day).equals(sayable(alike.get(0)))) {
				flush(alike);
			}
			alike.add(day);
			List<Pause> begun = untold.stream()
				.filter((pause) -> !this.time.date(pause.startedAt()).isAfter(day.date()))
				.toList();
			if (!begun.isEmpty()) {
				flush(alike);
				begun.forEach((pause) -> this.lines.add(new Line(pause(pause), List.of())));
				untold.removeAll(begun);
			}
		}
		flush(alike);
		return shortened();
	}

	/** Also for a clock whose days are not told. */
	String pause(Pause pause) {
		String when = pause.isOpen() ? "desde el " + this.time.at(pause.startedAt())
				: ("del " + this.time.at(pause.startedAt()) + " al " + this.time.at(pause.endedAt()));
		if (pause.reason() == Pause.Reason.RESOLVED) {
			return "Resuelto " + when + ": ese tiempo no cuenta.";
		}
		return "En pausa " + when + " (" + pause.reason().label() + ").";
	}

	private void flush(List<ExplainedDay> alike) {
		if (!alike.isEmpty() && isTold(alike)) {
			this.lines.add(new Line(text(alike), List.copyOf(alike)));
		}
		alike.clear();
	}

	/** What lies within a pause is told by the pause. */
	private boolean isTold(List<ExplainedDay> alike) {
		ExplainedDay day = alike.get(0);
		if (day.kind() == Kind.UNFINISHED || (day.kind() == Kind.PAUSED && !this.inDays)) {
			return false;
		}
		return day.kind() == Kind.COUNTS || day.kind() == Kind.PAUSED || alike.stream().anyMatch((one) -> !paused(one));
	}

	private boolean paused(ExplainedDay day) {
		return this.pauses.stream()
			.anyMatch((pause) -> this.time.date(pause.startedAt()).isBefore(day.date())
					&& (pause.isOpen() || this.time.date(pause.endedAt()).isAfter(day.date())));
	}

	/** Days in a row with the same of this are told together. */
	private String sayable(ExplainedDay day) {
		return day.kind() + "/" + day.note() + "/"
				+ ((day.kind() != Kind.COUNTS) ? "" : !this.inDays ? hours(day) : isWhole(day) ? "" : day.date())
				+ paused(day);
	}

	private String text(List<ExplainedDay> alike) {
		ExplainedDay first = alike.get(0);
		LocalDate last = alike.get(alike.size() - 1).date();
		boolean many = alike.size() > 1;
		String note = (first.note() == null || first.kind() == Kind.CLOSED) ? "" : " (" + first.note() + ")";
		return this.time.days(first.date(), last) + note + ": " + switch (first.kind()) {
			case COUNTS -> this.inDays ? (isWhole(first) ? days(alike.size()) : part(first))
					: SpanishTime.length(first.minutes()) + (many ? " cada día" : "") + hours(first);
			case START, OUT_OF_HOURS -> first.skipped();
			case CLOSED -> many ? "no laborables" : "no laborable";
			case HOLIDAY -> many ? "festivos" : "festivo";
			case OWN_DAY -> "no se trabaja";
			case PAUSED -> (many ? "no cuentan" : "no cuenta") + ", en pausa"
					+ ((this.rule == DayRule.CLOSINGS) ? " al cierre" : "");
			case UNFINISHED -> "";
		};
	}

	private String days(long number) {
		return days(number, this.counting.isWorking());
	}

	private boolean isWhole(ExplainedDay day) {
		return counted(day).map(CountedDay::isWhole).orElse(true);
	}

	/** For example {@code 7 h 50 min de sus 8 h}. */
	private String part(ExplainedDay day) {
		Duration whole = counted(day).map(CountedDay::whole).orElseThrow();
		return SpanishTime.length(day.minutes()) + " de sus " + SpanishTime.length(whole.toMinutes());
	}

	private Optional<CountedDay> counted(ExplainedDay day) {
		return this.counted.stream().filter((one) -> one.date().equals(day.date())).findFirst();
	}

	/** In brackets, unless the whole date counts. */
	private String hours(ExplainedDay day) {
		List<TimeSpan> spans = counted(day).map(CountedDay::counted).orElse(List.of());
		boolean change = spans.stream().anyMatch(this.time::crossesChange);
		if (spans.size() == 1 && this.time.isWholeDate(spans.get(0), day.date())) {
			return change ? " (día de cambio de hora)" : "";
		}
		return " (" + day.counted().stream().map(Stretch::toString).collect(Collectors.joining(" y "))
				+ (change ? ", con cambio de hora)" : ")");
	}

	private List<String> shortened() {
		if (this.lines.size() <= AT_MOST) {
			return this.lines.stream().map(Line::text).toList();
		}
		int from = AT_EACH_END;
		int to = this.lines.size() - AT_EACH_END;
		List<String> few = new ArrayList<>(this.lines.subList(0, from).stream().map(Line::text).toList());
		few.add(sum(this.lines.subList(from, to)));
		few.addAll(this.lines.subList(to, this.lines.size()).stream().map(Line::text).toList());
		return few;
	}

	private String sum(List<Line> between) {
		List<ExplainedDay> days = between.stream().flatMap((line) -> line.days().stream()).toList();
		if (days.isEmpty()) {
			return "… " + Sentences.counted(between.size(), "pausa", "pausas") + " más …";
		}
		List<ExplainedDay> counting = days.stream().filter((day) -> day.kind() == Kind.COUNTS).toList();
		long minutes = counting.stream().mapToLong(ExplainedDay::minutes).sum();
		Set<String> holidays = days.stream()
			.filter((day) -> day.kind() == Kind.HOLIDAY)
			.map(ExplainedDay::note)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		long pauses = between.stream().filter((line) -> line.days().isEmpty()).count();
		return "… " + this.time.days(days.get(0).date(), days.get(days.size() - 1).date()) + ": "
				+ (this.inDays ? sumOfDays(counting)
						: SpanishTime.length(minutes) + " en " + Sentences.counted(counting.size(), "día", "días"))
				+ (holidays.isEmpty() ? "" : "; festivos: " + String.join(", ", holidays))
				+ ((pauses == 0) ? "" : "; " + Sentences.counted(pauses, "pausa", "pausas")) + " …";
	}

	private String sumOfDays(List<ExplainedDay> counting) {
		long parts = counting.stream().filter((day) -> !isWhole(day)).mapToLong(ExplainedDay::minutes).sum();
		return days(counting.stream().filter(this::isWhole).count())
				+ ((parts == 0) ? "" : " y " + SpanishTime.length(parts) + " de otros");
	}

	/** Whether a pause has anything to do with the time between. */
	static boolean touches(Pause pause, Instant from, Instant until) {
		return pause.startedAt().isBefore(until) && (pause.isOpen() || pause.endedAt().isAfter(from));
	}

	/** A line with the days that it tells; a pause tells none. */
	private record Line(String text, List<ExplainedDay> days) {
	}

}
