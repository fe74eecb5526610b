package dev.escala.call;

import dev.escala.reference.CaseNumber;

/** What calls ask of the engine. */
public interface CallFlow {

	/** Somebody gets the task to call. */
	void start(CaseNumber number, long callId);

	/** Nobody needs to call any more. */
	void end(CaseNumber number, long callId);

}
