package dev.escala.internalrequest.process;

/** What the code knows of {@code bpmn/promised-answer}. */
public final class PromisedAnswerProcess {

	public static final String KEY = "promisedAnswer";

	static final String NEAR = "event_promisedAnswerNear";

	static final String OVER = "event_promisedAnswerOver";

	private PromisedAnswerProcess() {
	}

}
