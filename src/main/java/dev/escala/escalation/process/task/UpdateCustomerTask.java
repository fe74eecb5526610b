package dev.escala.escalation.process.task;

import java.util.Map;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.escalation.CaseLetters;
import dev.escala.escalation.LetterDrafts;
import dev.escala.escalation.LetterText;
import dev.escala.escalation.process.EscalationProcess;
import dev.escala.letter.LetterIntent;
import dev.escala.servicelevel.ServiceClock;

import org.springframework.stereotype.Component;

/**
 * The customer hears from us at the interval that the service level sets (001-20): the
 * owner writes, beginning with a draft from the case.
 */
@Component
class UpdateCustomerTask extends OwnersTask {

	private static final String MESSAGE = "customerMessage";

	private final CaseLetters letters;

	private final LetterDrafts drafts;

	private final LetterHandover handover;

	UpdateCustomerTask(TaskFacts facts, CaseLetters letters, LetterDrafts drafts, LetterHandover handover) {
		super("userTask_updateCustomer", ServiceClock.UPDATE, facts);
		this.letters = letters;
		this.drafts = drafts;
		this.handover = handover;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of(MESSAGE, this.drafts.draft(scope.caseNumber(), LetterIntent.UPDATE));
	}

	@Override
	public void complete(CompletedTask task) {
		LetterText written = new LetterText(MESSAGE, task.text(MESSAGE), task.text("overrideReason"),
				task.flag("legalMatter"), task.flag("remedyMatter"));
		this.handover.hand(task, "callActivity_sendUpdate", EscalationProcess.UPDATE_LETTER_ID,
				this.letters.write(task.caseNumber(), LetterIntent.UPDATE, task.userId(), written));
	}

}
