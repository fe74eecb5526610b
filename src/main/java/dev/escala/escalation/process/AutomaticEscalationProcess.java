package dev.escala.escalation.process;

/** Key and variables of the model {@code automatic-escalation.bpmn}. */
final class AutomaticEscalationProcess {

	static final String KEY = "automaticEscalation";

	/** The clock that passed: the name of a {@code ServiceClock}. */
	static final String CLOCK = "clock";

	/** Whether the clock is still unmet. */
	static final String BREACH_PENDING = "breachPending";

	/** Whether the case went one level up. */
	static final String LEVEL_RAISED = "levelRaised";

	private AutomaticEscalationProcess() {
	}

}
