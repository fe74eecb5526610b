package dev.escala.clock.count;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.escala.calendar.TimeSpan;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.Pause;
import dev.escala.clock.UnmeasurableException;

/**
 * Computes when a clock is over: the first instant at which all that counts since its
 * start reaches its target. What counts is the working time of a calendar, or its closing
 * times, or all time; less the pauses, where the clock may pause, and less the time in
 * which the case was resolved. It has no state and asks nobody for the time, so the same
 * ledger always gives the same answer.
 */
public final class Countdown {

	/** A calendar that is closed for longer than this never opens again. */
	private static final int LONGEST_CLOSED_DAYS = 366;

	private static final int LONGEST_DAYS = 3653;

	private final WorkingCalendar calendar;

	private final Instant start;

	private final Target target;

	private final List<Pause> pauses;

	/**
	 * Prepares the computation.
	 * @param calendar when people work; also gives the zone that divides time into days
	 * @param start when the clock began, also outside of working time
	 * @param target what to reach
	 * @param pauses the ledger, in any order; pauses may overlap
	 */
	public Countdown(WorkingCalendar calendar, Instant start, Target target, List<Pause> pauses) {
		this.calendar = calendar;
		this.start = start;
		this.target = target;
		this.pauses = pauses.stream()
			.filter((pause) -> target.mayPause() || pause.reason() == Pause.Reason.RESOLVED)
			.toList();
	}

	/**
	 * When so much has counted since then, where nothing pauses.
	 * @throws UnmeasurableException where the calendar leaves no time to count
	 */
	public static Instant end(WorkingCalendar calendar, Instant start, Target target) {
		return new Countdown(calendar, start, target, List.of()).dueAt().orElseThrow();
	}

	/**
	 * When the clock is over. Working time that ends with the day is over at closing
	 * time, not at the next opening.
	 * @return empty where it stands still in a pause that has not ended
	 * @throws UnmeasurableException where the calendar leaves no time to count
	 */
	public Optional<Instant> dueAt() {
		return (this.target.counting() == Counting.WORKING_DAYS) ? afterDays(this.target.days())
				: after(this.target.time());
	}

	/**
	 * When people are warned. Of working days, the share is taken of their working hours.
	 * @return empty where it stands still before, in a pause that has not ended
	 */
	public Optional<Instant> warnAt() {
		if (this.target.counting() == Counting.WORKING_DAYS) {
			return dueAt().flatMap((due) -> after(share(counted(due))));
		}
		return after(share(this.target.time()));
	}

	/** The working or elapsed time that has counted until then. */
	public Duration counted(Instant until) {
		return days(until).stream().map(CountedDay::time).reduce(Duration.ZERO, Duration::plus);
	}

	/** What each day from the start until then adds, also the days that add nothing. */
	public List<CountedDay> days(Instant until) {
		List<CountedDay> days = new ArrayList<>();
		for (LocalDate date = firstDate(); !startOf(date).isAfter(until); date = date.plusDays(1)) {
			days.add(day(date, until));
		}
		return days;
	}

	private Duration share(Duration whole) {
		return whole.multipliedBy(this.target.warnAfter()).dividedBy(100);
	}

	private Optional<Instant> after(Duration duration) {
		Duration left = duration;
		Days days = new Days();
		while (days.hasNext()) {
			for (TimeSpan span : day(days.next(), Instant.MAX).counted()) {
				if (left.compareTo(span.length()) <= 0) {
					return Optional.of(span.from().plus(left));
				}
				left = left.minus(span.length());
			}
		}
		return Optional.empty();
	}

	private Optional<Instant> afterDays(int number) {
		int left = number;
		Days days = new Days();
		while (days.hasNext()) {
			CountedDay day = day(days.next(), Instant.MAX);
			if (day.wholeDay() && --left == 0) {
				return Optional.of(day.closes());
			}
		}
		return Optional.empty();
	}

	private CountedDay day(LocalDate date, Instant until) {
		List<TimeSpan> open = (this.target.counting() == Counting.ELAPSED) ? allOf(date) : this.calendar.openOn(date);
		List<TimeSpan> counted = new ArrayList<>();
		List<TimeSpan> paused = new ArrayList<>();
		open.forEach((span) -> between(this.start, span, until).ifPresent((inside) -> split(inside, counted, paused)));
		return new CountedDay(date, counted, paused, this.calendar.day(date).note(), countsWhole(date, open, until));
	}

	/** The whole date; nothing of one that the zone left out. */
	private List<TimeSpan> allOf(LocalDate date) {
		Instant from = startOf(date);
		Instant to = startOf(date.plusDays(1));
		return from.isBefore(to) ? List.of(new TimeSpan(from, to)) : List.of();
	}

	/** A working day counts when it closes, unless the clock stands still then. */
	private boolean countsWhole(LocalDate date, List<TimeSpan> open, Instant until) {
		if (this.target.counting() != Counting.WORKING_DAYS || open.isEmpty() || !date.isAfter(firstDate())) {
			return false;
		}
		Instant closes = open.get(open.size() - 1).to();
		return !closes.isAfter(until) && this.pauses.stream()
			.noneMatch((pause) -> pause.startedAt().isBefore(closes)
					&& (pause.isOpen() || !pause.endedAt().isBefore(closes)));
	}

	private static Optional<TimeSpan> between(Instant from, TimeSpan span, Instant until) {
		Instant begin = span.from().isBefore(from) ? from : span.from();
		Instant end = span.to().isAfter(until) ? until : span.to();
		return begin.isBefore(end) ? Optional.of(new TimeSpan(begin, end)) : Optional.empty();
	}

	/** Divides a stretch at the borders of pauses into what counts and what does not. */
	private void split(TimeSpan span, List<TimeSpan> counted, List<TimeSpan> paused) {
		List<Instant> borders = new ArrayList<>(List.of(span.from(), span.to()));
		this.pauses.forEach((pause) -> {
			borders.add(pause.startedAt());
			if (!pause.isOpen()) {
				borders.add(pause.endedAt());
			}
		});
		List<Instant> inside = borders.stream()
			.filter((border) -> !border.isBefore(span.from()) && !border.isAfter(span.to()))
			.distinct()
			.sorted()
			.toList();
		for (int i = 0; i + 1 < inside.size(); i++) {
			TimeSpan piece = new TimeSpan(inside.get(i), inside.get(i + 1));
			boolean stands = this.pauses.stream().anyMatch((pause) -> pause.covers(piece.from()));
			append(stands ? paused : counted, piece);
		}
	}

	private static void append(List<TimeSpan> spans, TimeSpan piece) {
		int last = spans.size() - 1;
		if (last >= 0 && spans.get(last).to().equals(piece.from())) {
			spans.set(last, new TimeSpan(spans.get(last).from(), piece.to()));
		}
		else {
			spans.add(piece);
		}
	}

	private LocalDate firstDate() {
		return this.start.atZone(this.calendar.zone()).toLocalDate();
	}

	private Instant startOf(LocalDate date) {
		return date.atStartOfDay(this.calendar.zone()).toInstant();
	}

	/** The dates from the start on, as long as there is something to hope for. */
	private final class Days {

		private LocalDate next = firstDate();

		private int closed;

		private boolean hasNext() {
			if (Countdown.this.pauses.stream()
				.anyMatch((pause) -> pause.isOpen() && !pause.startedAt().isAfter(startOf(this.next)))) {
				return false;
			}
			if (this.closed > LONGEST_CLOSED_DAYS || this.next.isAfter(firstDate().plusDays(LONGEST_DAYS))) {
				throw new UnmeasurableException("El calendario «" + Countdown.this.calendar.name()
						+ "» no tiene suficientes horas laborables para contar " + Countdown.this.target.text() + ".");
			}
			return true;
		}

		private LocalDate next() {
			LocalDate date = this.next;
			this.next = date.plusDays(1);
			this.closed = (Countdown.this.target.counting() == Counting.ELAPSED
					|| !Countdown.this.calendar.openOn(date).isEmpty()) ? 0 : this.closed + 1;
			return date;
		}

	}

}
