package dev.escala.letter.process;

import java.util.Optional;
import java.util.Set;

import dev.escala.clock.ServiceClock;
import dev.escala.clock.task.ClockedTask;
import dev.escala.clock.task.TaskClocks;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.letter.CustomerLetter;
import dev.escala.letter.CustomerLetters;
import dev.escala.letter.SecondReaders;
import dev.escala.reference.UserId;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * Somebody who did not write the letter reads it before the customer does (004-79). The
 * clock of the letter runs on meanwhile.
 */
@Component
class ReadMessageTask extends ClockedTask {

	private final LetterFacts facts;

	private final CustomerLetters letters;

	private final SecondReaders readers;

	ReadMessageTask(TaskClocks clocks, LetterFacts facts, CustomerLetters letters, SecondReaders readers) {
		super(CustomerMessageProcess.TASK_READ, null, clocks);
		this.facts = facts;
		this.letters = letters;
		this.readers = readers;
	}

	@Override
	protected Optional<ServiceClock> clock(TaskScope scope) {
		return Optional.of(this.facts.letter(scope).clock());
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return this.readers.readers(this.facts.letter(scope)).groups();
	}

	/** Whoever wrote the letter does not even get the task. */
	@Override
	public void claimed(TaskScope scope, UserId userId, UserId by) {
		this.letters.requireReader(scope.caseNumber(), this.facts.id(scope), userId);
	}

	@Override
	public boolean isRefusedTo(TaskScope scope, UserId userId) {
		return this.facts.letter(scope).authors().contains(userId);
	}

	@Override
	public String why(TaskScope scope) {
		CustomerLetter letter = this.facts.letter(scope);
		return "Le llega para leer " + letter.intent().label() + " antes que el cliente. " + letter.readingReason()
				+ ". " + this.readers.readers(letter).because();
	}

	@Override
	public void complete(CompletedTask task) {
		String verdict = task.text("messageReading");
		if (verdict == null || !Set.of("approved", "sendBack").contains(verdict)) {
			throw new InvalidInputException("messageReading",
					"Diga si el mensaje se puede enviar o hay que corregirlo.");
		}
		this.letters.read(task.caseNumber(), this.facts.id(task.scope()), task.userId(), verdict.equals("approved"),
				task.text("readingComment"));
		task.answer(verdict);
	}

}
