package dev.escala.letter.process;

import java.util.Map;

import dev.escala.clock.ServiceClock;
import dev.escala.clock.task.TaskClocks;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.letter.CustomerLetters;
import dev.escala.letter.LetterDrafts;
import dev.escala.letter.LetterIntent;
import dev.escala.letter.LetterText;
import dev.escala.letter.task.LetterHandover;
import dev.escala.letter.task.LetterVariables;
import dev.escala.owner.MatterOwner;
import dev.escala.owner.task.OwnersTask;

import org.springframework.stereotype.Component;

/**
 * The customer hears from us at the interval that the service level sets (001-20): the
 * owner writes, beginning with a draft from the case.
 */
@Component
class UpdateCustomerTask extends OwnersTask {

	private static final String MESSAGE = "customerMessage";

	private final CustomerLetters letters;

	private final LetterDrafts drafts;

	private final LetterHandover handover;

	UpdateCustomerTask(TaskClocks clocks, MatterOwner owner, CustomerLetters letters, LetterDrafts drafts,
			LetterHandover handover) {
		super("userTask_updateCustomer", ServiceClock.UPDATE, clocks, owner);
		this.letters = letters;
		this.drafts = drafts;
		this.handover = handover;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return this.drafts.draft(scope.caseNumber(), LetterIntent.UPDATE).formData(MESSAGE);
	}

	@Override
	public void complete(CompletedTask task) {
		LetterText written = new LetterText(MESSAGE, task.text(MESSAGE), task.text("overrideReason"),
				task.flag("legalMatter"), task.flag("remedyMatter"));
		this.handover.hand(task, "callActivity_sendUpdate", LetterVariables.UPDATE_LETTER_ID,
				this.letters.write(task.caseNumber(), LetterIntent.UPDATE, task.userId(), written));
	}

}
