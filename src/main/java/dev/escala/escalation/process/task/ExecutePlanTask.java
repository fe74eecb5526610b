package dev.escala.escalation.process.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.escala.clock.ServiceClock;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.escalation.CaseAction;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.ExceptionRequest;
import dev.escala.escalation.course.CaseProgress;
import dev.escala.escalation.course.Exceptions;
import dev.escala.escalation.process.EscalationProcess;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.owner.task.OwnersTask;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** The owner works the plan and says honestly how it goes (001-22). */
@Component
class ExecutePlanTask extends OwnersTask {

	private final MatterNotes notes;

	private final CaseProgress progress;

	private final Escalations escalations;

	private final Exceptions exceptions;

	ExecutePlanTask(TaskFacts facts, MatterNotes notes, CaseProgress progress, Escalations escalations,
			Exceptions exceptions) {
		super("userTask_executePlan", ServiceClock.RESOLUTION, facts.clocks(), facts.owner());
		this.notes = notes;
		this.progress = progress;
		this.escalations = escalations;
		this.exceptions = exceptions;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of("planOutcomes", outcomes(scope.caseNumber()), "exceptionTargets",
				this.exceptions.targets(scope.caseNumber())
					.stream()
					.map((target) -> outcome(target.value(), target.label()))
					.toList());
	}

	@Override
	public Optional<Returned> returned(TaskScope scope) {
		return SentBackWork.find(this.notes.notes(scope.caseNumber()));
	}

	@Override
	public Function<TaskScope, Optional<Returned>> returnedAmong(Set<CaseNumber> numbers) {
		Map<CaseNumber, List<MatterNote>> notes = this.notes.notes(numbers);
		return (scope) -> SentBackWork.find(notes.getOrDefault(scope.caseNumber(), List.of()));
	}

	@Override
	public void complete(CompletedTask task) {
		CaseNumber number = task.caseNumber();
		String outcome = task.text("planOutcome");
		String speciality = task.text("requestedSpeciality");
		String exceptionRequest = task.text("exceptionRequest");
		String expertQuestion = task.text("expertQuestion");
		UserId user = task.userId();
		if (outcomes(number).stream().noneMatch((possible) -> possible.get("value").equals(outcome))) {
			throw new InvalidInputException("planOutcome",
					"Elija cómo avanza el plan entre las opciones que ofrece la tarea.");
		}
		this.notes.write(number, MatterNote.Kind.PROGRESS, user, "progressNote", task.text("progressNote"));
		String told = task.text("customerProgress");
		if (told != null && !told.isBlank()) {
			this.notes.write(number, MatterNote.Kind.CUSTOMER_PROGRESS, user, "customerProgress", told);
		}
		switch (outcome) {
			case "functional" ->
				this.progress.requestSpeciality(number, user, TaskFacts.speciality(speciality), CaseAction.WORK, null);
			case "hierarchical" -> ask(task, exceptionRequest);
			case "experts" ->
				this.notes.write(number, MatterNote.Kind.EXPERT_QUESTION, user, "expertQuestion", expertQuestion);
			default -> {
			}
		}
		task.answer(outcome);
	}

	/** To whom, what and how much: the process asks them. */
	private void ask(CompletedTask task, String what) {
		CaseNumber number = task.caseNumber();
		ExceptionRequest asked = ExceptionRequest.of(task.text(EscalationProcess.EXCEPTION_KIND),
				task.number(EscalationProcess.EXCEPTION_AMOUNT), what);
		String chosen = task.text("exceptionTarget");
		List<Exceptions.Target> targets = this.exceptions.targets(number);
		Exceptions.Target target = targets.stream()
			.filter((one) -> one.value().equals(chosen) || (chosen == null && targets.size() == 1))
			.findFirst()
			.orElseThrow(() -> new InvalidInputException("exceptionTarget", "Diga a quién se lo pide: "
					+ String.join("; o ", targets.stream().map(Exceptions.Target::label).toList()) + "."));
		this.notes.write(number, MatterNote.Kind.EXCEPTION_REQUEST, task.userId(), "exceptionRequest", asked.told());
		task.setFact(EscalationProcess.EXCEPTION_KIND, asked.kind().name());
		task.setFact(EscalationProcess.EXCEPTION_AMOUNT, asked.euros());
		task.setFact(EscalationProcess.EXCEPTION_AGAIN, target.again());
	}

	/** Only what is possible now: no second task force. */
	private List<Map<String, String>> outcomes(CaseNumber caseNumber) {
		List<Map<String, String>> outcomes = new ArrayList<>();
		outcomes.add(outcome("done", "El plan está terminado y el problema, resuelto"));
		outcomes.add(outcome("functional", "Hace falta otra especialidad"));
		outcomes.add(outcome("hierarchical", "Hace falta más rango, una excepción o recursos"));
		outcomes.add(outcome("adjust", "Hay que ajustar el plan"));
		outcomes.add(outcome("experts", "Hace falta que expertos revisen el plan"));
		if (this.escalations.activeTaskForce(caseNumber).isEmpty()) {
			outcomes.add(outcome("taskForce", "Hace falta un grupo de trabajo"));
		}
		return outcomes;
	}

	private static Map<String, String> outcome(String value, String label) {
		return Map.of("value", value, "label", label);
	}

}
