package dev.escala.promise.process;

import dev.escala.engine.CompletedTask;
import dev.escala.promise.AnswerPromise;
import dev.escala.promise.Proposal.Answer.Kind;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** The owner writes down what the customer said to the proposed date (003-06). */
@Component
class RecordAnswerTask extends PromiseTask {

	private final AnswerPromise answers;

	RecordAnswerTask(PromiseFacts facts, AnswerPromise answers) {
		super(PromiseProcess.RECORD_ANSWER, false, facts);
		this.answers = answers;
	}

	@Override
	public void complete(CompletedTask task) {
		Kind answer = CustomerAnswers.kind(task.text("customerAnswer"))
			.orElseThrow(() -> new InvalidInputException("customerAnswer",
					"Indique si al cliente le parece bien la fecha."));
		this.answers.bySpeech(PromiseFacts.id(task.scope()), task.userId(), answer, task.text("wishedDate"),
				task.text("answerText"));
		task.setFact(PromiseProcess.PROPOSAL_ANSWER, CustomerAnswers.fact(answer));
	}

}
