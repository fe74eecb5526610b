package dev.escala.complaint.attention;

import dev.escala.reference.CaseNumber;

/** What use cases ask of the process that has somebody called back. */
public interface CallBackFlow {

	/** Supervisors get the task to call. */
	void start(CaseNumber number, long requestId);

	/** That group may do it too from now on. */
	void offer(CaseNumber number, long requestId, String groupId);

}
