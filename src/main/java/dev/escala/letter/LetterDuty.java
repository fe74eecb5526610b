package dev.escala.letter;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.escala.customer.Customer;
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

	/**
	 * Whether the letter may leave at this moment; asked in the transaction in which it
	 * does. What may not is never sent.
	 */
	default boolean mayLeave(CaseNumber number, long letterId) {
		return true;
	}

	/**
	 * Whom it is for where that is nobody of the register of customers, or empty for the
	 * customers of the matter.
	 */
	default Optional<Customer.Contact> reader(CaseNumber number) {
		return Optional.empty();
	}

	/**
	 * Whether it leaves by mail. Otherwise whoever owes it carries it out when it is
	 * sent, and no mail is made of it.
	 */
	default boolean byMail(CaseNumber number) {
		return true;
	}

	/**
	 * The letter as it is put together now, or empty where nobody but its author can
	 * write it. Whoever corrects such a letter may leave it to this.
	 */
	default Optional<String> composed(CaseNumber number) {
		return Optional.empty();
	}

	/** What its frame says besides what every frame says, by the name of the field. */
	default Map<String, Object> values(CaseNumber number, Locale locale) {
		return Map.of();
	}

	/** The language of its frame, whatever its reader's other letters are written in. */
	Locale language(CaseNumber number);

}
