package dev.escala.promise.process;

import java.util.Set;

import dev.escala.engine.CompletedTask;
import dev.escala.promise.AnswerPromise;
import dev.escala.promise.SettlePromise;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * The owner writes down what the customer said to another date (003-18), or that what was
 * promised is done meanwhile: the agreed date holds until the customer agrees again.
 */
@Component
class RecordRevisionAnswerTask extends PromiseTask {

	private static final String KEPT = "kept";

	private final AnswerPromise answers;

	private final SettlePromise settling;

	RecordRevisionAnswerTask(PromiseFacts facts, AnswerPromise answers, SettlePromise settling) {
		super(PromiseProcess.RECORD_REVISION_ANSWER, true, facts);
		this.answers = answers;
		this.settling = settling;
	}

	@Override
	public void complete(CompletedTask task) {
		String answer = task.text("revisionAnswer");
		if (!Set.of(CustomerAnswers.ACCEPTED, CustomerAnswers.DECLINED, KEPT).contains(String.valueOf(answer))) {
			throw new InvalidInputException("revisionAnswer",
					"Indique si al cliente le parece bien la nueva fecha, o si el compromiso ya está cumplido.");
		}
		long id = PromiseFacts.id(task.scope());
		String wished = task.text("wishedDate");
		String text = task.text("answerText");
		String note = task.text("promiseNote");
		if (answer.equals(KEPT)) {
			this.settling.keep(id, task.userId(), note);
		}
		else {
			this.answers.bySpeech(id, task.userId(), answer.equals(CustomerAnswers.ACCEPTED), wished, text);
		}
		task.setFact(PromiseProcess.PROMISE_KEPT, answer.equals(KEPT));
		task.setFact(PromiseProcess.PROPOSAL_ANSWER, answer);
	}

}
