package dev.escala.escalation.process.task;

import java.util.Set;

import dev.escala.engine.CompletedTask;
import dev.escala.escalation.CustomerContacts;
import dev.escala.escalation.GrantWish;
import dev.escala.servicelevel.ServiceClock;

import org.springframework.stereotype.Component;

/** The customer who turned to us during an open matter gets a reply (003-09). */
@Component
class ReplyToContactTask extends OwnersTask {

	private final CustomerContacts contacts;

	private final GrantWish wishes;

	private final CustomerLetter letter;

	ReplyToContactTask(TaskFacts facts, CustomerContacts contacts, GrantWish wishes, CustomerLetter letter) {
		super("userTask_replyToContact", ServiceClock.CONTACT_REPLY, facts);
		this.contacts = contacts;
		this.wishes = wishes;
		this.letter = letter;
	}

	@Override
	public void complete(CompletedTask task) {
		Set<Long> waiting = this.contacts.replied(task.caseNumber());
		this.wishes.grant(task.caseNumber(), task.userId(), task.text("asksFor"), task.text("speciality"));
		this.letter.send(task, "replyMessage", task.text("replyMessage"), "reply", waiting);
	}

}
