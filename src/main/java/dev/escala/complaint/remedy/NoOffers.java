package dev.escala.complaint.remedy;

import dev.escala.reference.CaseNumber;

/** Says of which matters nothing may be offered (Ley 10/2025, art. 16.2). */
public interface NoOffers {

	/** Whether it is about the continuity of a service. */
	boolean isContinuity(CaseNumber number);

}
