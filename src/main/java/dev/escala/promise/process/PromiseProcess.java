package dev.escala.promise.process;

/** What the code knows of {@code bpmn/promise}: keys, messages, elements, variables. */
public final class PromiseProcess {

	public static final String KEY = "promise";

	/** Starts a promise in the process of its case. */
	public static final String MESSAGE_WANTED = "escalation.promiseWanted";

	public static final String MESSAGE_ANSWERED = "promise.answered";

	public static final String MESSAGE_WITHDRAWN = "promise.withdrawn";

	static final String ASK = "userTask_askExpectation";

	static final String ESTIMATE = "userTask_estimateDate";

	static final String RECORD_ANSWER = "userTask_recordAnswer";

	static final String KEEP = "userTask_keepPromise";

	static final String RECORD_REVISION_ANSWER = "userTask_recordRevisionAnswer";

	static final String APOLOGISE = "userTask_apologise";

	/** Which promise; handed in by the case. */
	static final String PROMISE_ID = "promiseId";

	/** What came of the latest proposal: accepted, declined, or kept meanwhile. */
	static final String PROPOSAL_ANSWER = "proposalAnswer";

	/** Whether what was promised is done. */
	static final String PROMISE_KEPT = "promiseKept";

	private PromiseProcess() {
	}

}
