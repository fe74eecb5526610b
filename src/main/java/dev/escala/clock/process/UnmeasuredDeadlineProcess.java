package dev.escala.clock.process;

/** Key and elements of the model {@code unmeasured-deadline.bpmn}. */
public final class UnmeasuredDeadlineProcess {

	public static final String KEY = "unmeasuredDeadline";

	public static final String TASK_CORRECT_DEADLINE = "userTask_correctDeadline";

	private UnmeasuredDeadlineProcess() {
	}

}
