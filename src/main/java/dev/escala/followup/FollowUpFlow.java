package dev.escala.followup;

/** What planned calls ask of running processes. */
public interface FollowUpFlow {

	/** Somebody gets the task to call. */
	void start(FollowUp followUp);

}
