package dev.escala.escalation.process;

/**
 * Keys, elements, messages and variables of the model {@code customer-escalation.bpmn}.
 */
public final class EscalationProcess {

	public static final String KEY = "customerEscalation";

	public static final String MESSAGE_WITHDRAWN = "escalation.withdrawn";

	public static final String MESSAGE_DUPLICATE_FOUND = "escalation.duplicateFound";

	public static final String ERROR_OPEN_MATTERS = "openMatters";

	public static final String CUSTOMER_KNOWN = "customerKnown";

	public static final String MAJOR = "major";

	public static final String RESOLVED = "resolved";

	public static final String RCA_REQUIRED = "rcaRequired";

	public static final String RCA_DONE = "rcaDone";

	/** Whether every affected customer has the first notice. */
	public static final String CUSTOMERS_TOLD = "customersTold";

	/** Whether it was time to involve more parties when the timer fired. */
	public static final String PARTIES_DUE = "partiesDue";

	/** What the owner asks for: the name of its kind. */
	public static final String EXCEPTION_KIND = "exceptionKind";

	/** How many euros, where it is money. */
	public static final String EXCEPTION_AMOUNT = "exceptionAmount";

	/** Whether the level is asked that the case reached already. */
	public static final String EXCEPTION_AGAIN = "exceptionAgain";

	/** The task of the level that the owner asked for. */
	static final String TASK_DECIDE_EXCEPTION = "userTask_decideException";

	/** The subprocess in which a reopened case goes on. */
	static final String PHASE_RESOLVE = "subProcess_resolve";

	private EscalationProcess() {
	}

}
