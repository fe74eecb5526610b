package dev.escala.letter.process;

import java.util.HashMap;
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

	/** What is longer than a form holds stands above it, and is put together anew. */
	@Override
	public Map<String, Object> formData(TaskScope scope) {
		CustomerLetter.Version latest = this.facts.letter(scope).latest();
		Map<String, Object> data = new HashMap<>();
		if (latest.text().length() <= LetterText.LONGEST) {
			data.put("messageText", latest.text());
		}
		if (latest.overrideReason() != null) {
			data.put("overrideReason", latest.overrideReason());
		}
		return data;
	}

	@Override
	public void complete(CompletedTask task) {
		long id = this.facts.id(task.scope());
		String typed = task.text("messageText");
		Optional<String> composed = (typed == null || typed.isBlank()) ? this.letters.composed(task.caseNumber(), id)
				: Optional.empty();
		this.letters.correct(task.caseNumber(), id, task.userId(),
				new LetterText("messageText", composed.orElse(typed), task.text("overrideReason"),
						task.flag("legalMatter"), task.flag("remedyMatter"), composed.isPresent()));
	}

}
