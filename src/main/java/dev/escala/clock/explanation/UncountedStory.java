package dev.escala.clock.explanation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.escala.clock.Deadline;
import dev.escala.clock.DeadlineChange;
import dev.escala.clock.count.DeletedCalendar;
import dev.escala.reference.UserId;

/**
 * Tells in Spanish what is known of a clock whose calendar was deleted: all but how its
 * date came about.
 */
final class UncountedStory {

	private final Deadline deadline;

	private final ClockStatus status;

	private final DeletedCalendar calendar;

	private final SpanishTime full;

	private final SpanishTime time;

	private UncountedStory(Deadline deadline, DeletedCalendar calendar, Instant now) {
		this.deadline = deadline;
		this.status = ClockStatus.of(deadline, now);
		this.calendar = calendar;
		this.full = SpanishTime.in(calendar.zone(), now);
		this.time = this.full.knowing(deadline.startedAt());
	}

	static ClockExplanation of(Deadline deadline, DeletedCalendar calendar, List<DeadlineChange> changes, Instant now,
			Function<UserId, String> names) {
		UncountedStory story = new UncountedStory(deadline, calendar, now);
		return new ClockExplanation(deadline, story.status, calendar, null, null, null, List.of(), changes,
				story.tell(changes, names));
	}

	private List<String> tell(List<DeadlineChange> changes, Function<UserId, String> names) {
		List<String> sentences = new ArrayList<>();
		sentences.add("Empezó el " + this.full.at(this.deadline.startedAt()) + "."
				+ ((this.deadline.run() > 1) ? " Es la " + this.deadline.run() + ".ª vez que corre." : ""));
		sentences.add("Regla: " + (this.deadline.reason().isEmpty() ? "la fila de la tabla no dice por qué."
				: sentence(this.deadline.reason())));
		sentences.add("Contó " + this.deadline.level().target().text() + " con el calendario «" + this.calendar.code()
				+ "», que se eliminó después: ya no se puede decir qué contó cada día, y la fecha se queda como estaba.");
		sentences.add(due());
		if (this.deadline.state().warnedAt() != null) {
			sentences.add("Se avisó antes, el " + this.time.at(this.deadline.state().warnedAt()) + ".");
		}
		changes.forEach((change) -> sentences.add("Cambió el " + this.time.at(change.changedAt()) + ": del "
				+ this.time.at(change.dueBefore()) + " al " + this.time.at(change.dueAfter()) + ". "
				+ sentence(change.reason()) + " (" + names.apply(change.actor()) + ")"));
		return List.copyOf(sentences);
	}

	private String due() {
		String due = "el " + this.time.at(this.deadline.dueAt());
		return switch (this.status) {
			case RUNNING -> "Vence " + due + ".";
			case PAUSED -> "Está en pausa y no vence mientras dure. Sin esta pausa vencería " + due + ".";
			case MET -> "Vencía " + due + " y se cumplió a tiempo, el " + this.time.at(this.deadline.metAt()) + ".";
			case MET_LATE -> "Venció " + due + " y se cumplió después, el " + this.time.at(this.deadline.metAt()) + ".";
			case BREACHED -> "Venció " + due + " sin cumplirse.";
			case STOPPED ->
				"Habría vencido " + due + ", pero el caso terminó el " + this.time.at(this.deadline.stoppedAt()) + ".";
		};
	}

	private static String sentence(String text) {
		return text.endsWith(".") ? text : text + ".";
	}

}
