package dev.escala.letter;

import dev.escala.reference.CaseNumber;

/** What letters ask of their processes. */
public interface LetterFlow {

	/**
	 * Starts the process of a letter that no model calls: it is checked, read and sent
	 * like any other.
	 */
	void start(CaseNumber number, long letterId);

}
