package dev.escala.letter;

import java.util.Locale;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * What letters of one intent owe besides what every letter does. Whoever has such letters
 * provides it; it is asked for each version, also of one that was sent back.
 */
public interface LetterDuty {

	/** The letters that owe it. */
	LetterIntent intent();

	/**
	 * Refuses a text that does not do what it must; no reason overrides that.
	 * @param field where the text stands
	 * @throws dev.escala.validation.InvalidInputException with everything that is missing
	 */
	void require(CaseNumber number, UserId author, String field, String text);

	/** Whether the letter refuses what its reader asked for, wholly or in part. */
	boolean refuses(CaseNumber number);

	/** The language of its frame, whatever its reader's other letters are written in. */
	Locale language(CaseNumber number);

}
