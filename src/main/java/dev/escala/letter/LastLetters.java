package dev.escala.letter;

import java.util.List;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what was written so far, for those who decide what a letter owes. */
@Service
public class LastLetters {

	private final LetterRepository letters;

	LastLetters(LetterRepository letters) {
		this.letters = letters;
	}

	/** The letters of a matter with that intent, oldest first. */
	@Transactional(readOnly = true)
	public List<CustomerLetter> of(CaseNumber number, LetterIntent intent) {
		return this.letters.letters(number).stream().filter((letter) -> letter.intent() == intent).toList();
	}

	/**
	 * The matters of the last letters that a person wrote with that intent, the latest
	 * first; what was never sent because it was not needed does not count.
	 * @param except a matter that does not count
	 * @param limit at most so many
	 */
	@Transactional(readOnly = true)
	public List<CaseNumber> matters(UserId author, LetterIntent intent, CaseNumber except, int limit) {
		return this.letters.mattersOfLast(author, intent, except, limit);
	}

}
