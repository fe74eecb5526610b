package dev.escala.escalation;

import java.util.List;

/** What a case asks of the promises to its customers; another module knows them. */
public interface CasePromises {

	/**
	 * What still has to happen with promises before the case may be closed: one Spanish
	 * phrase each.
	 */
	List<String> pending(String number);

	/**
	 * The case is over: what is under way ends with it, where everybody sees it.
	 * @param why one Spanish sentence
	 */
	void caseEnded(String number, String why);

}
