package dev.escala.call.process;

/** What the code knows of {@code bpmn/customer-call}: keys, elements, variables. */
final class CustomerCallProcess {

	static final String KEY = "customerCall";

	static final String TASK_CALL = "userTask_callCustomer";

	/** The id of the call. */
	static final String CALL_ID = "callId";

	private CustomerCallProcess() {
	}

}
