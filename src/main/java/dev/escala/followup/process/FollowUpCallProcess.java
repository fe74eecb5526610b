package dev.escala.followup.process;

/** What the code knows of {@code bpmn/follow-up-call}: key, elements, variables. */
final class FollowUpCallProcess {

	static final String KEY = "followUpCall";

	static final String TASK_CALL = "userTask_followUpCall";

	static final String TASK_ANSWER = "userTask_answerQuestion";

	/** The id of the call. */
	static final String ID = "followUpId";

	/** Whether they may be called now. */
	static final String WELCOME = "followUpWelcome";

	/** Whether somebody tries again who did not reach them. */
	static final String AGAIN = "followUpAgain";

	/** Whether they asked something that a colleague answers. */
	static final String ASKED = "followUpAsked";

	private FollowUpCallProcess() {
	}

}
