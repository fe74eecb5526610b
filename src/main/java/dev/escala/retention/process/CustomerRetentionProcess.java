package dev.escala.retention.process;

/** What the code knows of {@code bpmn/customer-retention}. */
final class CustomerRetentionProcess {

	static final String KEY = "customerRetention";

	/** The customer bought again. */
	static final String MESSAGE_BOUGHT = "retention.boughtAgain";

	/** Whether they bought while we waited; the gateway reads it. */
	static final String BOUGHT_AGAIN = "boughtAgain";

	private CustomerRetentionProcess() {
	}

}
