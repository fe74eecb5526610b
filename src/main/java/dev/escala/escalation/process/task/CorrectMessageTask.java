package dev.escala.escalation.process.task;

import java.util.Map;
import java.util.Optional;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.escalation.CaseLetter;
import dev.escala.escalation.CaseLetters;
import dev.escala.escalation.LetterText;
import dev.escala.escalation.process.CustomerMessageProcess;
import dev.escala.servicelevel.ServiceClock;

import org.springframework.stereotype.Component;

/**
 * A letter that the second reader sent back is corrected by whoever owns the case: its
 * author, unless the case has another owner by now.
 */
@Component
class CorrectMessageTask extends OwnersTask {

	private final LetterFacts facts;

	private final CaseLetters letters;

	CorrectMessageTask(TaskFacts clocks, LetterFacts facts, CaseLetters letters) {
		super(CustomerMessageProcess.TASK_CORRECT, null, clocks);
		this.facts = facts;
		this.letters = letters;
	}

	@Override
	Optional<ServiceClock> clock(TaskScope scope) {
		return Optional.of(this.facts.letter(scope).clock());
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		CaseLetter.Version latest = this.facts.letter(scope).latest();
		return (latest.overrideReason() == null) ? Map.of("messageText", latest.text())
				: Map.of("messageText", latest.text(), "overrideReason", latest.overrideReason());
	}

	@Override
	public void complete(CompletedTask task) {
		this.letters.correct(task.caseNumber(), this.facts.id(task.scope()), task.userId(),
				new LetterText("messageText", task.text("messageText"), task.text("overrideReason"),
						task.flag("legalMatter"), task.flag("remedyMatter")));
	}

}
