package dev.escala.escalation.process.task;

import java.util.Set;

import dev.escala.engine.CompletedTask;
import dev.escala.escalation.CaseFile;
import dev.escala.escalation.CaseLevels;
import dev.escala.escalation.CaseNote;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * A manager grants an exception or resources, or refuses them; either is recorded
 * (001-07).
 */
@Component
class DecideExceptionTask extends LevelTask {

	private final CaseFile file;

	DecideExceptionTask(TaskFacts facts, CaseLevels levels, CaseFile file) {
		super("userTask_decideException", facts, levels);
		this.file = file;
	}

	@Override
	void decide(CompletedTask task) {
		String number = task.caseNumber();
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
		if (granted && exception != null) {
			this.file.note(number, CaseNote.Kind.EXCEPTION, task.userId(), "exceptionGranted", exception);
		}
		if (granted && resources != null) {
			this.file.note(number, CaseNote.Kind.RESOURCES, task.userId(), "resourcesGranted", resources);
		}
		String reason = task.text("exceptionReason");
		this.file.note(number, CaseNote.Kind.EXCEPTION_DECISION, task.userId(), "exceptionReason",
				(reason == null) ? null : (granted ? "Se concede. " : "No se concede. ") + reason);
	}

}
