package dev.escala.engine.stage;

import java.util.List;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/** Where it is kept what people wrote in a step that has no class of its own. */
public interface StageRecord {

	/**
	 * Keeps what somebody wrote, in the transaction that completes the task.
	 * @param number of the work that the step belongs to, or {@code null}
	 * @param stage what the step is called
	 * @param answers one for each field that was filled in, as people read it
	 * @return whether it is kept; else the process keeps it
	 */
	boolean record(CaseNumber number, UserId by, String stage, List<String> answers);

}
