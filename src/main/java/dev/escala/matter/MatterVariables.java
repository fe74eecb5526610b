package dev.escala.matter;

/** The variables that each process of a matter has: what Tasklist shows beside a task. */
public final class MatterVariables {

	/** Its number, which is the business key too. */
	public static final String NUMBER = "escalationNumber";

	/** The name of its severity. */
	public static final String SEVERITY = "severity";

	/** How bad it is, in Spanish. */
	public static final String SEVERITY_LABEL = "severityLabel";

	/** The name of the customer's tier. */
	public static final String TIER = "tier";

	/** The customer's name as far as it is known. */
	public static final String CUSTOMER_NAME = "customerName";

	private MatterVariables() {
	}

}
