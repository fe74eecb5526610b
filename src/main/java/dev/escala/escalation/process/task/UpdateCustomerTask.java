package dev.escala.escalation.process.task;

import dev.escala.engine.CompletedTask;
import dev.escala.escalation.CaseProgress;
import dev.escala.servicelevel.ServiceClock;

import org.springframework.stereotype.Component;

/** The customer hears from us at the interval that the service level sets (001-20). */
@Component
class UpdateCustomerTask extends OwnersTask {

	private final CaseProgress progress;

	private final CustomerLetter letter;

	UpdateCustomerTask(TaskFacts facts, CaseProgress progress, CustomerLetter letter) {
		super("userTask_updateCustomer", ServiceClock.UPDATE, facts);
		this.progress = progress;
		this.letter = letter;
	}

	/** First the clock, so that the message names the date of the next one. */
	@Override
	public void complete(CompletedTask task) {
		this.progress.customerTold(task.caseNumber());
		this.letter.send(task, "customerMessage", task.text("customerMessage"), "update");
	}

}
