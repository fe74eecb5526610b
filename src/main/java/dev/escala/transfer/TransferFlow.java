package dev.escala.transfer;

import dev.escala.reference.CaseNumber;

/** What a review of transfers asks of the engine. */
public interface TransferFlow {

	/** Gives supervision the task. */
	void askToReview(CaseNumber number);

	/** Nobody needs to review anything any more. */
	void endReviews(CaseNumber number);

}
