package dev.escala.notice;

import dev.escala.reference.CaseNumber;

/** What the first notices ask of the running processes of a matter. */
public interface NoticeFlow {

	/** Every affected customer was told: whoever waits for it goes on. */
	void customersTold(CaseNumber number);

	/**
	 * A customer could not be told: somebody has to, if nobody was asked yet.
	 * @return whether somebody is asked now
	 */
	boolean noticeFailed(CaseNumber number);

}
