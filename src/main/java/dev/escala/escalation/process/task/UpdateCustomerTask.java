package dev.escala.escalation.process.task;

import java.util.Map;

import dev.escala.engine.CompletedTask;
import dev.escala.escalation.CaseFile;
import dev.escala.escalation.CaseNote;
import dev.escala.escalation.CaseProgress;
import dev.escala.escalation.EscalationNotices;
import dev.escala.escalation.Escalations;
import dev.escala.servicelevel.ServiceClock;

import org.springframework.stereotype.Component;

/** The customer hears from us at the interval that the service level sets (001-20). */
@Component
class UpdateCustomerTask extends OwnersTask {

	private final CaseFile file;

	private final CaseProgress progress;

	private final Escalations escalations;

	private final EscalationNotices notices;

	UpdateCustomerTask(TaskFacts facts, CaseFile file, CaseProgress progress, Escalations escalations,
			EscalationNotices notices) {
		super("userTask_updateCustomer", ServiceClock.UPDATE, facts);
		this.file = file;
		this.progress = progress;
		this.escalations = escalations;
		this.notices = notices;
	}

	@Override
	public void complete(CompletedTask task) {
		String number = task.caseNumber();
		String message = task.text("customerMessage");
		this.file.note(number, CaseNote.Kind.UPDATE, task.userId(), "customerMessage", message);
		this.progress.customerTold(number);
		long step = this.escalations.notes(number)
			.stream()
			.filter((note) -> note.kind() == CaseNote.Kind.UPDATE)
			.count();
		this.notices.tellCustomers(number, "update-" + step, "customer-update", Map.of("message", message));
	}

}
