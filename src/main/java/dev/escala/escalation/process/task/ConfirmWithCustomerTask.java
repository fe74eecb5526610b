package dev.escala.escalation.process.task;

import java.util.Set;

import dev.escala.access.Role;
import dev.escala.engine.CompletedTask;
import dev.escala.escalation.course.CaseFile;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * The executive makes sure that the customer can use the service again (001-27, 001-35).
 */
@Component
class ConfirmWithCustomerTask extends RoleTask {

	private final CaseFile file;

	private final MatterNotes notes;

	ConfirmWithCustomerTask(TaskFacts facts, CaseFile file, MatterNotes notes) {
		super("userTask_confirmWithCustomer", Role.EXECUTIVES, "confirma con el cliente que todo funciona.", facts);
		this.file = file;
		this.notes = notes;
	}

	@Override
	public void complete(CompletedTask task) {
		String answer = task.text("serviceUsable");
		if (!Set.of("yes", "no").contains(String.valueOf(answer))) {
			throw new InvalidInputException("serviceUsable", "Indique si el cliente puede usar el servicio.");
		}
		this.notes.write(task.caseNumber(), MatterNote.Kind.CONFIRMATION, task.userId(), "confirmationNote",
				task.text("confirmationNote"));
		Integer satisfaction = task.number("satisfaction");
		if (answer.equals("yes")) {
			this.file.satisfaction(task.caseNumber(), satisfaction);
		}
		task.answer(answer);
	}

}
