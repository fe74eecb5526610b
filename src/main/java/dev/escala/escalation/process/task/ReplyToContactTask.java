package dev.escala.escalation.process.task;

import java.util.Map;

import dev.escala.engine.CompletedTask;
import dev.escala.escalation.CaseFile;
import dev.escala.escalation.CaseNote;
import dev.escala.escalation.CustomerContacts;
import dev.escala.escalation.EscalationNotices;
import dev.escala.escalation.Escalations;
import dev.escala.servicelevel.ServiceClock;

import org.springframework.stereotype.Component;

/** The customer who turned to us during an open matter gets a reply (003-09). */
@Component
class ReplyToContactTask extends OwnersTask {

	private final CaseFile file;

	private final CustomerContacts contacts;

	private final Escalations escalations;

	private final EscalationNotices notices;

	ReplyToContactTask(TaskFacts facts, CaseFile file, CustomerContacts contacts, Escalations escalations,
			EscalationNotices notices) {
		super("userTask_replyToContact", ServiceClock.CONTACT_REPLY, facts);
		this.file = file;
		this.contacts = contacts;
		this.escalations = escalations;
		this.notices = notices;
	}

	@Override
	public void complete(CompletedTask task) {
		String number = task.caseNumber();
		String message = task.text("replyMessage");
		this.file.note(number, CaseNote.Kind.UPDATE, task.userId(), "replyMessage", message);
		this.contacts.replied(number);
		long step = this.escalations.notes(number)
			.stream()
			.filter((note) -> note.kind() == CaseNote.Kind.UPDATE)
			.count();
		this.notices.tellCustomers(number, "reply-" + step, "customer-update", Map.of("message", message));
	}

}
