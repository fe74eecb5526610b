package dev.escala.promise.process;

import java.util.Map;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.letter.LetterText;
import dev.escala.promise.SettlePromise;

import org.springframework.stereotype.Component;

/** The owner apologises for a broken promise, beginning with a draft (004-73). */
@Component
class ApologiseTask extends PromiseTask {

	private static final String MESSAGE = "apologyMessage";

	private final SettlePromise settling;

	ApologiseTask(PromiseFacts facts, SettlePromise settling) {
		super(PromiseProcess.APOLOGISE, true, facts);
		this.settling = settling;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of(MESSAGE, this.settling.apologyDraft(PromiseFacts.id(scope)));
	}

	@Override
	public void complete(CompletedTask task) {
		this.settling.apologise(PromiseFacts.id(task.scope()), task.userId(), new LetterText(MESSAGE,
				task.text(MESSAGE), task.text("overrideReason"), task.flag("legalMatter"), task.flag("remedyMatter")));
	}

}
