package dev.escala.escalation.process.task;

import java.util.Set;

import dev.escala.access.Role;
import dev.escala.engine.CompletedTask;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * The de-escalation architect verifies what was declared, or sends it back with a reason
 * (001-26).
 */
@Component
class VerifyResolutionTask extends RoleTask {

	private final MatterNotes notes;

	VerifyResolutionTask(TaskFacts facts, MatterNotes notes) {
		super("userTask_verifyResolution", Role.ARCHITECTS, "verifica la resolución que se declaró.", facts);
		this.notes = notes;
	}

	@Override
	public void complete(CompletedTask task) {
		String answer = task.text("resolutionVerified");
		if (!Set.of("verified", "sentBack").contains(String.valueOf(answer))) {
			throw new InvalidInputException("resolutionVerified",
					"Indique si la resolución queda verificada o se devuelve.");
		}
		this.notes.write(task.caseNumber(), MatterNote.Kind.VERIFICATION, task.userId(), "verificationNote",
				task.text("verificationNote"));
		task.answer(answer);
	}

}
