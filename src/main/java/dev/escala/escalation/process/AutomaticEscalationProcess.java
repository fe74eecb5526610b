package dev.escala.escalation.process;

/** Key, elements and variables of the model {@code automatic-escalation.bpmn}. */
final class AutomaticEscalationProcess {

	static final String KEY = "automaticEscalation";

	static final String EVENT_WARNING_DUE = "event_warningDue";

	static final String EVENT_DEADLINE_OVER = "event_deadlineOver";

	/** Which clock it watches: the name of a {@code ServiceClock}. */
	static final String CLOCK = "clock";

	/** Which run of it: the number of a {@code Deadline}. */
	static final String DEADLINE_ID = "deadlineId";

	/** Whether it was time to warn of the deadline when its timer fired. */
	static final String WARNING_DUE = "warningDue";

	/** What became of the deadline: {@code missed}, {@code running} or {@code over}. */
	static final String DEADLINE_STATE = "deadlineState";

	/** Whether the case went one level up. */
	static final String LEVEL_RAISED = "levelRaised";

	/** The level that the case reached by this deadline. */
	static final String LEVEL = "level";

	private AutomaticEscalationProcess() {
	}

}
