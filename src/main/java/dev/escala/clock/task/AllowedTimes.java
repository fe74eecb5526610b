package dev.escala.clock.task;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

import dev.escala.calendar.Calendars;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.UnmeasurableException;
import dev.escala.clock.count.Countdown;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.Target;
import dev.escala.engine.due.AllowedTime;
import dev.escala.reference.CaseNumber;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * The table {@code taskDeadline}: how much working time, or how many working days, each
 * kind of task may take for which no clock holds.
 */
@Component
class AllowedTimes implements AllowedTime {

	private final Decisions decisions;

	private final Calendars calendars;

	private final Clock clock;

	AllowedTimes(Decisions decisions, Calendars calendars, Clock clock) {
		this.decisions = decisions;
		this.calendars = calendars;
		this.clock = clock;
	}

	@Override
	public Instant end(CaseNumber number, String task, Set<String> groups) {
		Target target = target(this.decisions.decide(number, "taskDeadline", Map.of("task", task)));
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		WorkingCalendar calendar = groups.stream()
			.sorted()
			.findFirst()
			.map((group) -> this.calendars.effective(group, null))
			.orElseGet(this.calendars::organisation);
		try {
			return Countdown.end(calendar, now, target);
		}
		catch (UnmeasurableException ex) {
			// A calendar that never opens keeps no task from being dated.
			return Countdown.end(this.calendars.organisation(), now, target);
		}
	}

	private static Target target(Decision decision) {
		try {
			return new Target(decision.text("within"), Counting.named(decision.text("counting")).orElse(null), 50,
					false);
		}
		catch (InvalidInputException ex) {
			throw new ConflictException(
					"La tabla «Plazo de las tareas sin reloj» (task-deadline.dmn) no dice un plazo: " + ex.getMessage()
							+ " Avise a quien cuida las tablas; después, complete otra vez la tarea.");
		}
	}

}
