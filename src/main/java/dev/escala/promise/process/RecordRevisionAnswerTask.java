package dev.escala.promise.process;

import java.util.Optional;

import dev.escala.engine.CompletedTask;
import dev.escala.promise.AnswerPromise;
import dev.escala.promise.Proposal.Answer.Kind;
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
		Optional<Kind> kind = CustomerAnswers.kind(answer);
		if (kind.isEmpty() && !KEPT.equals(answer)) {
			throw new InvalidInputException("revisionAnswer",
					"Indique si al cliente le parece bien la nueva fecha, o si el compromiso ya está cumplido.");
		}
		long id = PromiseFacts.id(task.scope());
		String wished = task.text("wishedDate");
		String text = task.text("answerText");
		String note = task.text("promiseNote");
		kind.ifPresentOrElse((said) -> this.answers.bySpeech(id, task.userId(), said, wished, text),
				() -> this.settling.keep(id, task.userId(), note));
		task.setFact(PromiseProcess.PROMISE_KEPT, kind.isEmpty());
		task.setFact(PromiseProcess.PROPOSAL_ANSWER, kind.map(CustomerAnswers::fact).orElse(KEPT));
	}

}
