package dev.escala.level;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.calendar.Calendars;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.Deadline;
import dev.escala.clock.DeadlineRepository;
import dev.escala.clock.PauseRepository;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.UnmeasurableException;
import dev.escala.clock.count.Countdown;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.Target;
import dev.escala.modelgate.replay.ReplayConsequence;
import dev.escala.routing.FiledDecision;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * What other service levels would have led to: a clock that was met in time would have
 * been missed, and the case would have gone up a level, or the other way round. Counted
 * with the pauses of the case and the calendar as it is now; writes nothing.
 */
@Component
class LevelsReplayed implements ReplayConsequence {

	private final DeadlineRepository deadlines;

	private final PauseRepository pauses;

	private final Calendars calendars;

	private final Clock clock;

	LevelsReplayed(DeadlineRepository deadlines, PauseRepository pauses, Calendars calendars, Clock clock) {
		this.deadlines = deadlines;
		this.pauses = pauses;
		this.calendars = calendars;
		this.clock = clock;
	}

	@Override
	public String decision() {
		return "serviceLevels";
	}

	@Override
	public Optional<String> of(FiledDecision filed, List<Map<String, Object>> answers) {
		ServiceClock asked = ServiceClock.valueOf(String.valueOf(filed.decision().inputs().get("clock")));
		Object agreed = filed.decision().matches().get(0).outputs().get("duration");
		Optional<Deadline> run = this.deadlines.deadlines(filed.number())
			.stream()
			.filter((deadline) -> deadline.clock() == asked && deadline.fixed() == null)
			.filter((deadline) -> deadline.level().target().duration().equals(agreed))
			.findFirst();
		if (run.isEmpty() || !raises(asked)) {
			return Optional.empty();
		}
		try {
			return due(run.get(), target(answers.get(0))).flatMap((due) -> told(run.get(), due));
		}
		catch (UnmeasurableException | InvalidInputException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Those whose end raises the case, see {@code automatic-escalation.bpmn}. */
	private static boolean raises(ServiceClock clock) {
		return switch (clock) {
			case ACTIVITY, PAUSE_REVIEW, INVOLVE_PARTIES -> false;
			default -> true;
		};
	}

	private static Target target(Map<String, Object> answer) {
		return new Target(String.valueOf(answer.get("duration")),
				Counting.valueOf(String.valueOf(answer.get("counting"))), ((Number) answer.get("warnAfter")).intValue(),
				Boolean.TRUE.equals(answer.get("mayPause")));
	}

	private Optional<Instant> due(Deadline deadline, Target target) {
		Optional<WorkingCalendar> calendar = this.calendars.find(deadline.calendarCode());
		return calendar.flatMap(
				(one) -> new Countdown(one, deadline.startedAt(), target, this.pauses.pauses(deadline.caseNumber()))
					.dueAt());
	}

	private Optional<String> told(Deadline deadline, Instant due) {
		Instant end = (deadline.metAt() != null) ? deadline.metAt()
				: (deadline.stoppedAt() != null) ? deadline.stoppedAt() : this.clock.instant();
		boolean missed = deadline.breachedAt() != null;
		boolean wouldMiss = due.isBefore(end);
		if (missed == wouldMiss) {
			return Optional.empty();
		}
		int level = (deadline.clock() == ServiceClock.LEVEL_2 || deadline.clock() == ServiceClock.LEVEL_3) ? 3 : 2;
		String clock = "«" + deadline.clock().label() + "»";
		return Optional.of(wouldMiss ? "habrían subido a nivel " + level + " por incumplir " + clock
				: "no habrían subido a nivel " + level + ": " + clock + " se habría cumplido");
	}

}
