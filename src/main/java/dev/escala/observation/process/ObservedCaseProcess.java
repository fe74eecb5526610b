package dev.escala.observation.process;

/** What the code knows of {@code bpmn/observed-case}: key, messages, variables. */
final class ObservedCaseProcess {

	static final String KEY = "observedCase";

	static final String MESSAGE_AGREED = "observation.agreed";

	static final String MESSAGE_REOPENED = "observation.reopened";

	/** Which observation; none where the table says that there is none. */
	static final String OBSERVATION_ID = "observationId";

	/** Whether the matter is observed at all. */
	static final String OBSERVED = "observed";

	/** Whether something of the customer waits to be read, so that silence is no yes. */
	static final String MAIL_WAITS = "mailWaits";

	private ObservedCaseProcess() {
	}

}
