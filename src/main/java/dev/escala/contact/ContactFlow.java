package dev.escala.contact;

import dev.escala.reference.CaseNumber;

/** What contacts of customers ask of the processes of a matter. */
public interface ContactFlow {

	/** The customer wrote or called: somebody replies. */
	void customerContacted(CaseNumber number);

	/**
	 * Asks a manager or an expert to speak to the customer.
	 * @param level whose manager, or {@code null} for an expert
	 * @param groupId whose expert, or {@code null} for a manager
	 */
	void askToTalk(CaseNumber number, CustomerWish wish, Integer level, String groupId);

	/** Whether somebody has been asked already and has not spoken to the customer yet. */
	boolean awaitsTalk(CaseNumber number, CustomerWish wish);

}
