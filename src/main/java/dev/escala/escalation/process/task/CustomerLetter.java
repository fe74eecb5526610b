package dev.escala.escalation.process.task;

import java.util.Map;
import java.util.Set;

import dev.escala.engine.CompletedTask;
import dev.escala.escalation.CaseFile;
import dev.escala.escalation.CaseNote;
import dev.escala.escalation.EscalationNotices;
import dev.escala.escalation.Escalations;

import org.springframework.stereotype.Component;

/** What a person writes to the customers of a case: noted and sent, each once. */
@Component
class CustomerLetter {

	private final CaseFile file;

	private final Escalations escalations;

	private final EscalationNotices notices;

	CustomerLetter(CaseFile file, Escalations escalations, EscalationNotices notices) {
		this.file = file;
		this.escalations = escalations;
		this.notices = notices;
	}

	/**
	 * Sends a message to every customer of the case.
	 * @param field the field of the form where it stands, for what is wrong with it
	 * @param occasion what the message is about, part of what makes it unique
	 */
	void send(CompletedTask task, String field, String message, String occasion) {
		String step = occasion + "-" + note(task, field, message);
		this.notices.tellCustomers(task.caseNumber(), step, "customer-update", Map.of("message", message));
	}

	/** Sends a message to those customers only; to all where nobody knows who it was. */
	void send(CompletedTask task, String field, String message, String occasion, Set<Long> only) {
		if (only.isEmpty()) {
			send(task, field, message, occasion);
			return;
		}
		String step = occasion + "-" + note(task, field, message);
		this.notices.tellCustomers(task.caseNumber(), step, "customer-update", Map.of("message", message), only);
	}

	private long note(CompletedTask task, String field, String message) {
		String number = task.caseNumber();
		this.file.note(number, CaseNote.Kind.UPDATE, task.userId(), field, message);
		return this.escalations.notes(number).stream().filter((note) -> note.kind() == CaseNote.Kind.UPDATE).count();
	}

}
