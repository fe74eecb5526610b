package dev.escala.matter.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

import dev.escala.access.CurrentUser;
import dev.escala.access.Staff;
import dev.escala.engine.AsSystem;
import dev.escala.engine.rest.TaskEndings;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.DateTexts;
import dev.escala.text.Sentences;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;

import org.springframework.stereotype.Component;

/**
 * Why a task of a matter is over: somebody completed it, the matter ended or began again,
 * or it went on without the task. Everybody of the staff may read a matter, and so this.
 */
@Component
class EndedTasks implements TaskEndings {

	/** How the engine says that somebody did the task. */
	private static final String COMPLETED = "completed";

	/** What ends a task is told in the same transaction, a moment before or after. */
	private static final Duration SAME_MOMENT = Duration.ofSeconds(5);

	private final HistoryService history;

	private final AsSystem asSystem;

	private final Matters matters;

	private final MatterNotes notes;

	private final Timeline timeline;

	private final CurrentUser user;

	private final Staff staff;

	private final DateTexts dates;

	EndedTasks(HistoryService history, AsSystem asSystem, Matters matters, MatterNotes notes, Timeline timeline,
			CurrentUser user, Staff staff, DateTexts dates) {
		this.history = history;
		this.asSystem = asSystem;
		this.matters = matters;
		this.notes = notes;
		this.timeline = timeline;
		this.user = user;
		this.staff = staff;
		this.dates = dates;
	}

	@Override
	public Optional<String> why(String taskId) {
		return this.asSystem.call(() -> Optional
			.ofNullable(this.history.createHistoricTaskInstanceQuery().taskId(taskId).singleResult())
			.flatMap((task) -> matter(task)
				.flatMap((matter) -> (task.getEndTime() == null) ? elsewhere(task) : Optional.of(over(task, matter)))));
	}

	private Optional<Matter> matter(HistoricTaskInstance task) {
		return Optional.ofNullable(task.getProcessInstanceId())
			.map((id) -> this.history.createHistoricProcessInstanceQuery().processInstanceId(id).singleResult())
			.map(HistoricProcessInstance::getBusinessKey)
			.map(CaseNumber::new)
			.flatMap(this.matters::find);
	}

	/** The task is open, but whoever asks does not have it. */
	private Optional<String> elsewhere(HistoricTaskInstance task) {
		UserId assignee = UserId.nullable(task.getAssignee());
		return Optional.ofNullable(assignee)
			.filter((id) -> this.user.id().filter(id::equals).isEmpty())
			.map((id) -> "Esta tarea la tiene ahora " + this.staff.nameOf(id) + ".");
	}

	private String over(HistoricTaskInstance task, Matter matter) {
		Instant at = task.getEndTime().toInstant();
		if (COMPLETED.equals(task.getDeleteReason())) {
			String ended = matter.open() ? "" : " " + ended(matter);
			return "Esta tarea ya está terminada: la completó " + who(UserId.nullable(task.getAssignee())) + " el "
					+ this.dates.brief(at) + "." + ended;
		}
		if (!matter.open()) {
			return ended(matter);
		}
		return begunAgain(matter, at).orElseGet(() -> wentOn(matter, at));
	}

	private String ended(Matter matter) {
		return "El caso " + matter.number() + " " + this.matters.ending(matter.number()) + "."
				+ last(matter, MatterNote.Kind.ENDING).map((note) -> said(note.author(), note.writtenAt(), note.text()))
					.orElse("");
	}

	private Optional<String> begunAgain(Matter matter, Instant at) {
		return last(matter, MatterNote.Kind.REOPENING).filter((note) -> note.writtenAt().isAfter(at))
			.map((note) -> "El caso " + matter.number()
					+ " se cerró y después se reabrió: su trabajo sigue en otra tarea."
					+ said(note.author(), note.writtenAt(), note.text()));
	}

	private String wentOn(Matter matter, Instant at) {
		return "El caso " + matter.number() + " siguió adelante y esta tarea ya no hace falta."
				+ this.timeline.entries(matter.number())
					.stream()
					.filter((entry) -> Duration.between(entry.happenedAt(), at).abs().compareTo(SAME_MOMENT) <= 0)
					.max(Comparator.comparing(TimelineEntry::happenedAt))
					.map((entry) -> said(entry.actor(), entry.happenedAt(), entry.text()))
					.orElse("");
	}

	private Optional<MatterNote> last(Matter matter, MatterNote.Kind kind) {
		return this.notes.notes(matter.number())
			.stream()
			.filter((note) -> note.kind() == kind)
			.reduce((before, note) -> note);
	}

	private String said(UserId who, Instant at, String text) {
		return " " + Sentences.beginning(who(who)) + ", " + this.dates.brief(at) + ": «" + text + "»";
	}

	private String who(UserId id) {
		if (id == null) {
			return "otra persona";
		}
		if (id.equals(UserId.SYSTEM)) {
			return "Escala";
		}
		if (id.equals(UserId.CUSTOMER)) {
			return "el cliente";
		}
		return this.user.id().filter(id::equals).isPresent() ? "usted" : this.staff.nameOf(id);
	}

}
