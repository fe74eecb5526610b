package dev.escala.letter;

import java.util.List;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what somebody wrote lately. */
@Service
public class LastLetters {

	private final LetterRepository letters;

	LastLetters(LetterRepository letters) {
		this.letters = letters;
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
