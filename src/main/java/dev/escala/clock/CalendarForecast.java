package dev.escala.clock;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.escala.calendar.WorkingCalendar;
import dev.escala.calendar.official.MovedDeadline;
import dev.escala.calendar.official.MovedDeadlines;

import org.springframework.stereotype.Component;

/** Counts the running clocks by a calendar that is only wanted. Writes nothing. */
@Component
class CalendarForecast implements MovedDeadlines {

	private final DeadlineRepository deadlines;

	private final PauseRepository pauses;

	CalendarForecast(DeadlineRepository deadlines, PauseRepository pauses) {
		this.deadlines = deadlines;
		this.pauses = pauses;
	}

	@Override
	public List<MovedDeadline> by(WorkingCalendar wanted) {
		return this.deadlines.running(this.deadlines.casesCountedBy(List.of(wanted.code())))
			.stream()
			.filter((deadline) -> deadline.calendarCode().equals(wanted.code()))
			.flatMap((deadline) -> moved(deadline, wanted))
			.toList();
	}

	private Stream<MovedDeadline> moved(Deadline deadline, WorkingCalendar wanted) {
		Instant after = after(deadline, wanted);
		return Objects.equals(after, deadline.dueAt()) ? Stream.empty() : Stream
			.of(new MovedDeadline(deadline.caseNumber(), deadline.clock().label(), deadline.dueAt(), after));
	}

	private Instant after(Deadline deadline, WorkingCalendar wanted) {
		try {
			return deadline.recalculated(wanted, this.pauses.pauses(deadline.caseNumber())).dueAt();
		}
		catch (UnmeasurableException ex) {
			return null;
		}
	}

}
