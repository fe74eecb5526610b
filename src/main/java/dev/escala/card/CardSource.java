package dev.escala.card;

import dev.escala.reference.CaseNumber;

/**
 * The cards of one kind of work. Each kind shows there what it knows, with the same look.
 */
public interface CardSource {

	/** Whether the number, which is a process's business key, is one of its own. */
	boolean knows(CaseNumber number);

	/** The card for one task. */
	Card card(CardTask task);

	/** What a list says of work with one of its own numbers. */
	CardLine line(CaseNumber number);

}
