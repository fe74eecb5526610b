package dev.escala.tracking;

import dev.escala.reference.CaseNumber;

/** Asks for a root-cause analysis because the customer wants one (001-29). */
public interface CustomerAnalyses {

	/**
	 * Whether the customer can ask: nobody has, and the case has an analysis of its own.
	 */
	boolean isPossible(CaseNumber number);

	/**
	 * The customer asks: the analysis follows when the case is closed, or starts now
	 * where it was.
	 * @param reason what the customer wants to know, 1 to 1000 characters
	 * @throws dev.escala.validation.ConflictException where somebody asked before, or the
	 * case was withdrawn or is a duplicate
	 */
	void request(CaseNumber number, String reason);

}
