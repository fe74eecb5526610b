package dev.escala.internalrequest.process;

/** What the code knows of {@code bpmn/internal-request}: key, elements, variables. */
final class InternalRequestProcess {

	static final String KEY = "internalRequest";

	static final String MESSAGE_WITHDRAWN = "internalRequest.withdrawn";

	/** Tells whoever waits for a request that it is answered, or withdrawn. */
	static final String MESSAGE_SETTLED = "internalRequest.settled";

	/** Whether somebody waits for an answer, or it is only recorded. */
	static final String ANSWER_AWAITED = "answerAwaited";

	/** Whether a standing decision answers it. */
	static final String ANSWERED_BY_STANDING = "answeredByStanding";

	/** Whether a customer or prospect has to hear the answer. */
	static final String CUSTOMER_WAITS = "customerWaits";

	/** Whether one department served another. */
	static final String SERVICE_RATED = "serviceRated";

	static final String WORKED_TOGETHER = "workedTogether";

	/** Whether its answer is still to be looked after. */
	static final String STILL_OPEN = "stillOpen";

	/** Whether another group has to answer it. */
	static final String OTHER_GROUP = "otherGroup";

	static final String ACKNOWLEDGE = "userTask_acknowledgeRequest";

	static final String ANSWER = "userTask_answerRequest";

	static final String COMPLETE = "userTask_completeRequest";

	static final String PASS_ON_DATE = "userTask_passOnDate";

	static final String PASS_ON_ANSWER = "userTask_passOnAnswer";

	static final String RATE = "userTask_rateService";

	static final String DEBRIEF = "userTask_debrief";

	static final String ACKNOWLEDGEMENT_OVER = "event_acknowledgementOver";

	static final String ANSWER_NEAR = "event_answerNear";

	static final String ANSWER_OVER = "event_answerOver";

	private InternalRequestProcess() {
	}

}
