package dev.escala.complaint.attention.process;

/** What the code knows of {@code bpmn/call-back}: keys, elements, variables. */
final class CallBackProcess {

	static final String KEY = "callBack";

	static final String TASK = "userTask_callBack";

	/** The id of the request. */
	static final String REQUEST_ID = "attentionId";

	private CallBackProcess() {
	}

}
