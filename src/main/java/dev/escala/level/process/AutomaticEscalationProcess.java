package dev.escala.level.process;

/** Key, elements and variables of the model {@code automatic-escalation.bpmn}. */
final class AutomaticEscalationProcess {

	static final String KEY = "automaticEscalation";

	static final String EVENT_WARNING_DUE = "event_warningDue";

	static final String EVENT_DEADLINE_OVER = "event_deadlineOver";

	/** Whether it was time to warn of the deadline when its timer fired. */
	static final String WARNING_DUE = "warningDue";

	/** What became of the deadline: {@code missed}, {@code running} or {@code over}. */
	static final String DEADLINE_STATE = "deadlineState";

	/** Whether the case went one level up. */
	static final String LEVEL_RAISED = "levelRaised";

	private AutomaticEscalationProcess() {
	}

}
