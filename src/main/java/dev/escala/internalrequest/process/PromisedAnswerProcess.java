package dev.escala.internalrequest.process;

/** What the code knows of {@code bpmn/promised-answer}. */
public final class PromisedAnswerProcess {

	public static final String KEY = "promisedAnswer";

	static final String CHECK = "event_promiseCheck";

	/** Whether somebody still waits for what was promised. */
	static final String STILL_PROMISED = "stillPromised";

	private PromisedAnswerProcess() {
	}

}
