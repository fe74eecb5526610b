package dev.escala.complaint.process.task;

import dev.escala.complaint.course.AnsweredComplaint;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.engine.CompletedTask;
import dev.escala.owner.MatterOwner;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Component;

/**
 * Somebody carries the answer to the post, or hands it over: the number of the
 * certificate, or the date and who took it, is the proof that stops the term.
 */
@Component
class DeliverAnswerTask extends ComplaintTask {

	private final AnsweredComplaint answers;

	DeliverAnswerTask(ComplaintTerms terms, MatterOwner owner, AnsweredComplaint answers) {
		super("userTask_deliverAnswer", terms, owner);
		this.answers = answers;
	}

	@Override
	public void complete(CompletedTask task) {
		Fields fields = new Fields();
		String proof = fields.requiredLine("deliveryProof", "el número del certificado, o cuándo y a quién se entregó",
				task.text("deliveryProof"), 500);
		fields.done();
		this.answers.answered(task.caseNumber(), task.userId(), proof);
	}

}
