package dev.escala.escalation.process.task;

import java.util.Set;

import dev.escala.access.Role;
import dev.escala.engine.CompletedTask;
import dev.escala.escalation.CaseFile;
import dev.escala.escalation.CaseNote;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** A manager declares the resolution (001-25). */
@Component
class DeclareResolutionTask extends RoleTask {

	private final CaseFile file;

	DeclareResolutionTask(TaskFacts facts, CaseFile file) {
		super("userTask_declareResolution", Role.MANAGERS, "la resolución la declara la gerencia.", facts);
		this.file = file;
	}

	@Override
	public void complete(CompletedTask task) {
		String answer = task.text("resolutionDeclared");
		if (!Set.of("yes", "no").contains(String.valueOf(answer))) {
			throw new InvalidInputException("resolutionDeclared", "Indique si se declara resuelto.");
		}
		this.file.note(task.caseNumber(), CaseNote.Kind.RESOLUTION, task.userId(), "declarationNote",
				task.text("declarationNote"));
		task.answer(answer);
	}

}
