package dev.escala.letter.process;

import dev.escala.engine.TaskScope;
import dev.escala.letter.CustomerLetter;
import dev.escala.letter.CustomerLetters;

import org.springframework.stereotype.Component;

/** The letter of the process in which a task stands. */
@Component
class LetterFacts {

	private final CustomerLetters letters;

	LetterFacts(CustomerLetters letters) {
		this.letters = letters;
	}

	/** Its id; the case's own letters are the only ones that it can name. */
	long id(TaskScope scope) {
		return scope.number("letterId").longValue();
	}

	CustomerLetter letter(TaskScope scope) {
		return this.letters.get(scope.caseNumber(), id(scope));
	}

}
