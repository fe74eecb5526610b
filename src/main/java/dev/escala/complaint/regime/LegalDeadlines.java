package dev.escala.complaint.regime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.Pause;
import dev.escala.clock.count.CountedDay;
import dev.escala.clock.count.Countdown;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.Target;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Service;

/**
 * Counts the terms of a complaint. The date of the start never counts (Código Civil, art.
 * 5.1), and a term of days or months lasts to the end of its last date in the customer's
 * zone; one that ends on a day off is not moved. What happened is given anew each time,
 * so that the same course always gives the same dates.
 */
@Service
public class LegalDeadlines {

	private final LegalCalendars calendars;

	private final ComplaintLaw law;

	LegalDeadlines(LegalCalendars calendars, ComplaintLaw law) {
		this.calendars = calendars;
		this.law = law;
	}

	/** Each term with its end, in the order of the regime, and which of them obliges. */
	public List<LegalDeadline> of(Regime regime, ComplaintFacts facts, Course course) {
		List<LegalDeadline> deadlines = regime.terms().stream().map((term) -> of(term, facts, course)).toList();
		Optional<LegalDeadline> binding = deadlines.stream()
			.filter((deadline) -> deadline.term().startsAt() == TermStart.PRESENTATION)
			.min(Comparator.comparing((LegalDeadline deadline) -> deadline.term().rank())
				.thenComparing(LegalDeadline::dueAt, Comparator.nullsLast(Comparator.naturalOrder())));
		return deadlines.stream()
			.map((deadline) -> binding.filter((one) -> one == deadline).isPresent() ? deadline.asBinding() : deadline)
			.toList();
	}

	/**
	 * The last date for the customer to add what is missing, at the earliest that the
	 * terms allow: of several the longest counts.
	 * @param requestedAt when they are asked
	 * @return empty where no term says anything
	 */
	public Optional<LocalDate> cureUntil(Regime regime, ComplaintFacts facts, Instant requestedAt) {
		return regime.terms().stream().filter((term) -> term.cureDays() > 0).map((term) -> {
			WorkingCalendar calendar = this.calendars.of(term, facts);
			Target target = new Target("P" + term.cureDays() + "D", term.cureUnit().counting(this.law.unstated()), 50,
					false);
			return Countdown.end(calendar, requestedAt, target).minusNanos(1).atZone(calendar.zone()).toLocalDate();
		}).max(Comparator.naturalOrder());
	}

	/** The zone of the customer's place. */
	public ZoneId zone(ComplaintFacts facts) {
		return this.calendars.zone(facts);
	}

	private LegalDeadline of(LegalTerm term, ComplaintFacts facts, Course course) {
		WorkingCalendar calendar = this.calendars.of(term, facts);
		Counting counting = term.unit().counting(this.law.unstated());
		Instant start = start(term, course);
		if (start == null) {
			return new LegalDeadline(term, counting, calendar, null, null, null, List.of(), false);
		}
		Countdown countdown = new Countdown(calendar, start, new Target(term.within(), counting, 50, true),
				pauses(term, calendar.zone(), course));
		Optional<Instant> due = countdown.dueAt();
		List<CountedDay> days = counting.isTime() ? List.of()
				: due.map((end) -> countdown.days(end.minusNanos(1))).orElse(List.of());
		return new LegalDeadline(term, counting, calendar, start, due.orElse(null), extended(term, calendar, course),
				days, false);
	}

	private static Instant start(LegalTerm term, Course course) {
		if (term.startsAt() == TermStart.DECISION) {
			return course.decidedAt();
		}
		if (term.cureEffect() != CureEffect.RESTART || course.cures().isEmpty()) {
			return course.presentedAt();
		}
		return course.cures().stream().anyMatch(Cure::isOpen) ? null
				: course.cures().stream().map(Cure::completedAt).max(Comparator.naturalOrder()).orElseThrow();
	}

	/** Whole dates: from the one after the request to that of the completion. */
	private static List<Pause> pauses(LegalTerm term, ZoneId zone, Course course) {
		if (term.cureEffect() != CureEffect.INTERRUPT) {
			return List.of();
		}
		return course.cures()
			.stream()
			.map((cure) -> new Pause(Pause.Reason.CUSTOMER, null, dayAfter(cure.requestedAt(), zone), UserId.SYSTEM,
					cure.isOpen() ? null : dayAfter(cure.completedAt(), zone), UserId.SYSTEM))
			.toList();
	}

	private static Instant dayAfter(Instant at, ZoneId zone) {
		return at.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
	}

	private static Instant extended(LegalTerm term, WorkingCalendar calendar, Course course) {
		return (term.longestMonths() == 0) ? null : Countdown.end(calendar, course.presentedAt(),
				new Target("P" + term.longestMonths() + "M", Counting.MONTHS, 50, false));
	}

}
