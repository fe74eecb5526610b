package dev.escala.corrective.process;

/**
 * What the code knows of {@code bpmn/corrective-action}: keys, elements, variables.
 */
final class CorrectiveActionProcess {

	static final String KEY = "correctiveAction";

	static final String TASK_DO = "userTask_doAction";

	static final String TASK_DECIDE = "userTask_decideAction";

	static final String TASK_LOOK = "userTask_checkEffect";

	/** The id of the action. */
	static final String ACTION_ID = "actionId";

	/** Whether it was done already when it was agreed. */
	static final String ACTION_DONE = "actionDone";

	private CorrectiveActionProcess() {
	}

}
