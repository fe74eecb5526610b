package dev.escala.escalation.process.task;

import java.util.Set;

import dev.escala.access.Role;
import dev.escala.engine.CompletedTask;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** A manager declares the resolution (001-25). */
@Component
class DeclareResolutionTask extends RoleTask {

	private final MatterNotes notes;

	DeclareResolutionTask(TaskFacts facts, MatterNotes notes) {
		super("userTask_declareResolution", Role.MANAGERS, "la resolución la declara la gerencia.", facts);
		this.notes = notes;
	}

	@Override
	public void complete(CompletedTask task) {
		String answer = task.text("resolutionDeclared");
		if (!Set.of("yes", "no").contains(String.valueOf(answer))) {
			throw new InvalidInputException("resolutionDeclared", "Indique si se declara resuelto.");
		}
		this.notes.write(task.caseNumber(), MatterNote.Kind.RESOLUTION, task.userId(), "declarationNote",
				task.text("declarationNote"));
		task.answer(answer);
	}

}
