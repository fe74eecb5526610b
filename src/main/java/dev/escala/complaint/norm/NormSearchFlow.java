package dev.escala.complaint.norm;

import dev.escala.reference.CaseNumber;

/** What a search for a norm asks of the engine. */
public interface NormSearchFlow {

	/** Gives supervision the task. */
	void askToFind(CaseNumber number);

	/** Nobody needs to look for it any more. */
	void endSearch(CaseNumber number);

}
