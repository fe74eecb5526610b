package dev.escala.escalation.process.task;

import java.util.Set;

import dev.escala.engine.CompletedTask;
import dev.escala.level.Levels;
import dev.escala.level.task.LevelTask;
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

	private final MatterNotes notes;

	DecideExceptionTask(TaskFacts facts, Levels levels, MatterNotes notes) {
		super("userTask_decideException", facts.clocks(), levels);
		this.notes = notes;
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
		if (granted && exception != null) {
			this.notes.write(number, MatterNote.Kind.EXCEPTION, task.userId(), "exceptionGranted", exception);
		}
		if (granted && resources != null) {
			this.notes.write(number, MatterNote.Kind.RESOURCES, task.userId(), "resourcesGranted", resources);
		}
		String reason = task.text("exceptionReason");
		this.notes.write(number, MatterNote.Kind.EXCEPTION_DECISION, task.userId(), "exceptionReason",
				(reason == null) ? null : (granted ? "Se concede. " : "No se concede. ") + reason);
	}

}
