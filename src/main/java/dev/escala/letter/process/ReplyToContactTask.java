package dev.escala.letter.process;

import java.util.Map;

import dev.escala.clock.ServiceClock;
import dev.escala.clock.task.TaskClocks;
import dev.escala.contact.GrantWish;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.letter.CustomerLetters;
import dev.escala.letter.LetterDrafts;
import dev.escala.letter.LetterIntent;
import dev.escala.letter.LetterText;
import dev.escala.letter.ReplyPoints;
import dev.escala.letter.task.LetterHandover;
import dev.escala.letter.task.LetterVariables;
import dev.escala.owner.MatterOwner;
import dev.escala.owner.task.OwnersTask;

import org.springframework.stereotype.Component;

/**
 * The customer who turned to us during an open matter gets a reply (003-09), once each of
 * their points has its answer (003-10).
 */
@Component
class ReplyToContactTask extends OwnersTask {

	private static final String MESSAGE = "replyMessage";

	private final CustomerLetters letters;

	private final LetterDrafts drafts;

	private final ReplyPoints points;

	private final LetterHandover handover;

	private final GrantWish wishes;

	ReplyToContactTask(TaskClocks clocks, MatterOwner owner, CustomerLetters letters, LetterDrafts drafts,
			ReplyPoints points, LetterHandover handover, GrantWish wishes) {
		super("userTask_replyToContact", ServiceClock.CONTACT_REPLY, clocks, owner);
		this.letters = letters;
		this.drafts = drafts;
		this.points = points;
		this.handover = handover;
		this.wishes = wishes;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return this.drafts.draft(scope.caseNumber(), LetterIntent.REPLY).formData(MESSAGE);
	}

	@Override
	public void complete(CompletedTask task) {
		String whole = this.points.compose(task.caseNumber(), task.userId(), SentAnswers.read(task.text("answers")),
				task.text(MESSAGE));
		LetterText written = new LetterText(MESSAGE, whole, task.text("overrideReason"), task.flag("legalMatter"),
				task.flag("remedyMatter"));
		this.wishes.grant(task.caseNumber(), task.userId(), task.text("asksFor"), task.text("speciality"));
		this.handover.hand(task, "callActivity_sendReply", LetterVariables.REPLY_LETTER_ID,
				this.letters.write(task.caseNumber(), LetterIntent.REPLY, task.userId(), written));
	}

}
