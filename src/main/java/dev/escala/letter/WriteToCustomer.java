package dev.escala.letter;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody has news for the customer before a task asks for it. It is checked, read and
 * sent like any other letter, and the next communication counts from then (003-08).
 */
@Service
@Transactional
public class WriteToCustomer {

	private final CustomerLetters letters;

	private final LetterFlow flow;

	WriteToCustomer(CustomerLetters letters, LetterFlow flow) {
		this.letters = letters;
		this.flow = flow;
	}

	/**
	 * Writes to all customers of the case.
	 * @return the letter's id
	 * @throws dev.escala.validation.InvalidInputException with everything that the checks
	 * find, unless the author says why it goes out all the same
	 */
	public long write(CaseNumber number, UserId author, LetterText news) {
		long id = this.letters.write(number, LetterIntent.UPDATE, author, news);
		this.flow.start(number, id);
		return id;
	}

}
