package dev.escala.escalation.process.task;

import java.util.Map;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.escalation.CaseLetters;
import dev.escala.escalation.GrantWish;
import dev.escala.escalation.LetterDrafts;
import dev.escala.escalation.LetterText;
import dev.escala.escalation.process.EscalationProcess;
import dev.escala.letter.LetterIntent;
import dev.escala.servicelevel.ServiceClock;

import org.springframework.stereotype.Component;

/** The customer who turned to us during an open matter gets a reply (003-09, 003-10). */
@Component
class ReplyToContactTask extends OwnersTask {

	private static final String MESSAGE = "replyMessage";

	private final CaseLetters letters;

	private final LetterDrafts drafts;

	private final LetterHandover handover;

	private final GrantWish wishes;

	ReplyToContactTask(TaskFacts facts, CaseLetters letters, LetterDrafts drafts, LetterHandover handover,
			GrantWish wishes) {
		super("userTask_replyToContact", ServiceClock.CONTACT_REPLY, facts);
		this.letters = letters;
		this.drafts = drafts;
		this.handover = handover;
		this.wishes = wishes;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of(MESSAGE, this.drafts.draft(scope.caseNumber(), LetterIntent.REPLY));
	}

	@Override
	public void complete(CompletedTask task) {
		LetterText written = new LetterText(MESSAGE, task.text(MESSAGE), task.text("overrideReason"),
				task.flag("legalMatter"), task.flag("remedyMatter"));
		this.wishes.grant(task.caseNumber(), task.userId(), task.text("asksFor"), task.text("speciality"));
		this.handover.hand(task, "callActivity_sendReply", EscalationProcess.REPLY_LETTER_ID,
				this.letters.write(task.caseNumber(), LetterIntent.REPLY, task.userId(), written));
	}

}
