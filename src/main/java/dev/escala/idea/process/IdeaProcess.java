package dev.escala.idea.process;

/** What the code knows of {@code bpmn/idea}: keys and elements. */
final class IdeaProcess {

	static final String KEY = "idea";

	static final String TASK_DECIDE = "userTask_decideIdea";

	private IdeaProcess() {
	}

}
