package dev.escala.pursuit;

import java.util.Map;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/** What pursuing asks of running processes. */
public interface PursuitFlow {

	/** Starts the process that carries a registered pursuit, in its stage. */
	void start(Pursuit pursuit);

	/**
	 * Completes the task of the stage, as its form does.
	 * @param by who does; takes the task where nobody has it
	 * @param form the fields of its form
	 * @throws dev.escala.validation.ConflictException where it has no such task, or
	 * somebody else has it
	 */
	void completeStage(CaseNumber number, UserId by, Map<String, Object> form);

	/** Whoever works it from now on has the task of its stage, where nobody has it. */
	void take(CaseNumber number, UserId by);

	/** The agreed date has not come, but it goes on all the same. */
	void resume(CaseNumber number);

	/** The dates of its open tasks are set anew. */
	void syncDates(CaseNumber number);

	/** Whoever analyses the loss gets a task. */
	void analyseLoss(CaseNumber number);

	/** Supervision looks at how often it was put off. */
	void reviewDeferrals(CaseNumber number);

	/** It is over: nobody looks any more. */
	void endReviews(CaseNumber number);

}
