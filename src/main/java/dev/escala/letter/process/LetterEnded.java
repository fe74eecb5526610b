package dev.escala.letter.process;

import dev.escala.letter.CustomerLetters;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

import org.springframework.stereotype.Component;

/**
 * The process of a letter is over, also where it was ended from outside because the case
 * was resolved or withdrawn: what was not sent must not vanish without a word.
 */
@Component("letterEnded")
class LetterEnded implements ExecutionListener {

	private final CustomerLetters letters;

	LetterEnded(CustomerLetters letters) {
		this.letters = letters;
	}

	@Override
	public void notify(DelegateExecution execution) {
		this.letters.ended(new CaseNumber(execution.getProcessBusinessKey()),
				CustomerMessageDelegates.letterId(execution));
	}

}
