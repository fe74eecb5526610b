package dev.escala.escalation.process.task;

import dev.escala.engine.TaskScope;
import dev.escala.escalation.CaseLetter;
import dev.escala.escalation.CaseLetters;

import org.springframework.stereotype.Component;

/** The letter of the process in which a task stands. */
@Component
class LetterFacts {

	private final CaseLetters letters;

	LetterFacts(CaseLetters letters) {
		this.letters = letters;
	}

	/** Its id; the case's own letters are the only ones that it can name. */
	long id(TaskScope scope) {
		return scope.number("letterId").longValue();
	}

	CaseLetter letter(TaskScope scope) {
		return this.letters.get(scope.caseNumber(), id(scope));
	}

}
