package dev.escala.escalation;

import dev.escala.escalation.CaseCards.CaseTask;

/**
 * Cards of work that is no escalation: other modules show there what they know of it,
 * with the same look.
 */
public interface OtherCards {

	/** Whether the number, which is a process's business key, is one of its own. */
	boolean knows(String number);

	/** The card for one task. */
	CaseCard of(CaseTask task);

}
