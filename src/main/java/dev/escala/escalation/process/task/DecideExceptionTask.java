package dev.escala.escalation.process.task;

import java.util.Set;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.escalation.ExceptionRequest;
import dev.escala.escalation.course.Exceptions;
import dev.escala.escalation.process.EscalationProcess;
import dev.escala.level.Levels;
import dev.escala.level.task.LevelTask;
import dev.escala.level.task.LevelVariables;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * A manager grants an exception or resources, or refuses them; either is recorded
 * (001-07).
 */
@Component
class DecideExceptionTask extends LevelTask {

	private final Levels levels;

	private final MatterNotes notes;

	private final Exceptions exceptions;

	DecideExceptionTask(TaskFacts facts, Levels levels, MatterNotes notes, Exceptions exceptions) {
		super("userTask_decideException", facts.clocks(), levels);
		this.levels = levels;
		this.notes = notes;
		this.exceptions = exceptions;
	}

	/** Whoever has the case's breaches need not be who decides. */
	@Override
	public String why(TaskScope scope) {
		return "Le llega porque lo decide su grupo: el caso pide algo que pasa de quien lo lleva. La puede tomar "
				+ "cualquiera del grupo.";
	}

	@Override
	protected void decide(CompletedTask task) {
		CaseNumber number = task.caseNumber();
		String decision = task.text("exceptionDecision");
		String exception = task.text("exceptionGranted");
		String resources = task.text("resourcesGranted");
		if (!Set.of("granted", "refused").contains(String.valueOf(decision))) {
			throw new InvalidInputException("exceptionDecision", "Indique si se concede o no.");
		}
		boolean granted = decision.equals("granted");
		if (granted && exception == null && resources == null) {
			throw new InvalidInputException("exceptionGranted",
					"Describa la excepción o los recursos que se conceden.");
		}
		if (granted) {
			requireLimit(task);
		}
		if (granted && exception != null) {
			this.notes.write(number, MatterNote.Kind.EXCEPTION, task.userId(), "exceptionGranted", exception);
		}
		if (granted && resources != null) {
			this.notes.write(number, MatterNote.Kind.RESOURCES, task.userId(), "resourcesGranted", resources);
		}
		String reason = task.text("exceptionReason");
		this.notes.write(number, MatterNote.Kind.EXCEPTION_DECISION, task.userId(), "exceptionReason",
				(reason == null) ? null : Exceptions.decision(granted, reason));
	}

	/** Cases that asked before their form said what for are left to whoever decides. */
	private void requireLimit(CompletedTask task) {
		String kind = task.scope().text(EscalationProcess.EXCEPTION_KIND);
		if (kind != null) {
			CaseNumber number = task.caseNumber();
			this.levels.reached(number, task.scope().number(LevelVariables.LEVEL))
				.ifPresent((level) -> this.exceptions.requireLimit(number, task.userId(), level.groupId(),
						new ExceptionRequest(ExceptionRequest.Kind.valueOf(kind),
								task.scope().number(EscalationProcess.EXCEPTION_AMOUNT), "")));
		}
	}

}
