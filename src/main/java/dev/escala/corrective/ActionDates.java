package dev.escala.corrective;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.escala.calendar.Calendars;
import dev.escala.calendar.TimeSpan;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.corrective.CorrectiveAction.Schedule;
import dev.escala.matter.Matter;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.validation.ConflictException;

import org.springframework.stereotype.Component;

/**
 * Computes when an action is due, reminded of, chased and looked at: days of the table
 * {@code correctiveActions}, which begin and end as the organisation's calendar says.
 */
@Component
class ActionDates {

	/** No holiday is longer. */
	private static final int FREE_DAYS = 30;

	private final Decisions decisions;

	private final Calendars calendars;

	private final Clock clock;

	ActionDates(Decisions decisions, Calendars calendars, Clock clock) {
		this.decisions = decisions;
		this.calendars = calendars;
		this.clock = clock;
	}

	/**
	 * How closely the actions of a matter are followed; the decision is recorded.
	 * @throws ConflictException where the table says what is no period of days
	 */
	Pace pace(Matter matter) {
		Decision decision = this.decisions.decide(matter.number(), "correctiveActions",
				Map.of("severity", matter.severity().name()));
		return new Pace(period(decision, "remindBefore"), period(decision, "chaseEvery"), period(decision, "lookAfter"),
				period(decision, "answerWithin"));
	}

	private static Period period(Decision decision, String output) {
		String text = decision.text(output);
		try {
			Period period = Period.parse(text);
			if (period.toTotalMonths() == 0 && period.getDays() > 0) {
				return period;
			}
		}
		catch (DateTimeException | NullPointerException ex) {
			// Said below.
		}
		throw new ConflictException("La tabla «Seguimiento de las acciones correctivas» (corrective-actions.dmn) dice «"
				+ text + "» donde se espera un número de días como P7D. Avise a quien cuida las tablas; después, "
				+ "complete otra vez la tarea.");
	}

	/** Of an action that somebody does by that day. */
	Schedule open(Pace pace, LocalDate dueOn) {
		WorkingCalendar calendar = this.calendars.organisation();
		Instant now = this.clock.instant();
		Instant due = end(calendar, dueOn);
		Instant reminder = opening(calendar, dueOn.minus(pace.remindBefore()), -1);
		if (!reminder.isAfter(now)) {
			// Nobody is reminded of what they were told just now.
			reminder = due.isAfter(now) ? now.plus(Duration.between(now, due).dividedBy(2)) : due;
		}
		return new Schedule(dueOn, due, reminder, pace.chaseEvery().toString(), null, null);
	}

	/** Of an action that was done on that day. */
	Schedule done(Pace pace, Schedule before, LocalDate doneOn) {
		WorkingCalendar calendar = this.calendars.organisation();
		LocalDate look = doneOn.plus(pace.lookAfter());
		LocalDate today = today();
		return answered(before, opening(calendar, look, 1),
				end(calendar, (look.isBefore(today) ? today : look).plus(pace.answerWithin())));
	}

	/** Of an action about which the coordinators decide. */
	Schedule undecided(Pace pace, Schedule before) {
		return answered(before, before.lookAt(), end(this.calendars.organisation(), today().plus(pace.answerWithin())));
	}

	/** The present day in the organisation's calendar. */
	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.calendars.organisation().zone());
	}

	private static Schedule answered(Schedule before, Instant lookAt, Instant answerBy) {
		return new Schedule(before.dueOn(), before.dueAt(), before.remindAt(), before.chaseEvery(), lookAt, answerBy);
	}

	/**
	 * When people begin to work on that day, or on the next one before or after it on
	 * which anybody works.
	 */
	private static Instant opening(WorkingCalendar calendar, LocalDate day, int step) {
		return Stream.iterate(day, (next) -> next.plusDays(step))
			.limit(FREE_DAYS)
			.flatMap((next) -> calendar.openOn(next).stream().limit(1))
			.map(TimeSpan::from)
			.findFirst()
			.orElseGet(() -> day.atStartOfDay(calendar.zone()).toInstant());
	}

	/** A day that nobody works ends at midnight. */
	private static Instant end(WorkingCalendar calendar, LocalDate day) {
		List<TimeSpan> open = calendar.openOn(day);
		return open.isEmpty() ? day.plusDays(1).atStartOfDay(calendar.zone()).toInstant()
				: open.get(open.size() - 1).to();
	}

	/**
	 * How closely actions are followed, in calendar days.
	 *
	 * @param remindBefore how long before its day the owner is reminded
	 * @param chaseEvery how often the owner is chased after it
	 * @param lookAfter how long after it was done its effect can be seen
	 * @param answerWithin how long the coordinators have for what is theirs
	 */
	record Pace(Period remindBefore, Period chaseEvery, Period lookAfter, Period answerWithin) {
	}

}
