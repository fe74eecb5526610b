package dev.escala.rootcause.process;

/** What the code knows of {@code bpmn/root-cause-analysis}: keys, elements, variables. */
final class RootCauseProcess {

	static final String KEY = "rootCauseAnalysis";

	static final String WRITE = "userTask_writeInternalRca";

	static final String REVIEW = "userTask_reviewCustomerRca";

	static final String CORRECT = "userTask_correctCustomerRca";

	static final String SHARE = "userTask_shareRca";

	/** Whether the customer has the analysis; handed back to the calling case. */
	static final String RCA_DONE = "rcaDone";

	private RootCauseProcess() {
	}

}
