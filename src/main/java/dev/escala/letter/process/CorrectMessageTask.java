package dev.escala.letter.process;

import java.util.Map;
import java.util.Optional;

import dev.escala.clock.ServiceClock;
import dev.escala.clock.task.TaskClocks;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.letter.CustomerLetter;
import dev.escala.letter.CustomerLetters;
import dev.escala.letter.LetterText;
import dev.escala.owner.MatterOwner;
import dev.escala.owner.task.OwnersTask;

import org.springframework.stereotype.Component;

/**
 * A letter that the second reader sent back is corrected by whoever owns the case: its
 * author, unless the case has another owner by now.
 */
@Component
class CorrectMessageTask extends OwnersTask {

	private final LetterFacts facts;

	private final CustomerLetters letters;

	CorrectMessageTask(TaskClocks clocks, MatterOwner owner, LetterFacts facts, CustomerLetters letters) {
		super(CustomerMessageProcess.TASK_CORRECT, null, clocks, owner);
		this.facts = facts;
		this.letters = letters;
	}

	@Override
	protected Optional<ServiceClock> clock(TaskScope scope) {
		return Optional.of(this.facts.letter(scope).clock());
	}

	@Override
	public Optional<Returned> returned(TaskScope scope) {
		return this.facts.letter(scope)
			.readings()
			.stream()
			.reduce((first, last) -> last)
			.filter((reading) -> !reading.approved())
			.map((reading) -> new Returned(reading.reader(), reading.comment()));
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		CustomerLetter.Version latest = this.facts.letter(scope).latest();
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
