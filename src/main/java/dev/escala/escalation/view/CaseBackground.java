package dev.escala.escalation.view;

import java.util.List;

import dev.escala.card.OpenTask;
import dev.escala.card.OpenTasks;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;
import dev.escala.routing.Decisions;
import dev.escala.routing.ExplainedDecision;
import dev.escala.visibility.Visibility;

import org.springframework.stereotype.Component;

/** What the card does not show and the page of a case does: the whole of it. */
@Component
public class CaseBackground {

	private final OpenTasks tasks;

	private final Decisions decisions;

	private final Outbox outbox;

	private final Visibility visibility;

	CaseBackground(OpenTasks tasks, Decisions decisions, Outbox outbox, Visibility visibility) {
		this.tasks = tasks;
		this.decisions = decisions;
		this.outbox = outbox;
		this.visibility = visibility;
	}

	/** What waits for somebody, the next due first. */
	public List<OpenTask> tasks(CaseNumber number) {
		return this.tasks.of(number);
	}

	/** Which table decided what, and why, newest first. */
	public List<ExplainedDecision> decisions(CaseNumber number) {
		return this.decisions.explained(number);
	}

	/** Who was written to; empty for who does not read contacts' data. */
	public List<OutboxMessage> messages(CaseNumber number) {
		return this.visibility.readsContacts(number) ? this.outbox.messages(number) : List.of();
	}

}
