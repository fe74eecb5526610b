package dev.escala.escalation.process;

import java.util.Map;

import dev.escala.servicelevel.ServiceClock;

/**
 * Keys, elements, messages and variables of the model {@code customer-escalation.bpmn}.
 */
public final class EscalationProcess {

	public static final String KEY = "customerEscalation";

	public static final String MESSAGE_WITHDRAWN = "escalation.withdrawn";

	public static final String MESSAGE_DUPLICATE_FOUND = "escalation.duplicateFound";

	public static final String MESSAGE_CUSTOMER_CONTACTED = "escalation.customerContacted";

	public static final String MESSAGE_NOTICES_PROVEN = "escalation.noticesProven";

	public static final String MESSAGE_NOTICE_FAILED = "escalation.noticeFailed";

	public static final String ERROR_OPEN_MATTERS = "openMatters";

	public static final String ESCALATION_NUMBER = "escalationNumber";

	public static final String SEVERITY = "severity";

	public static final String SEVERITY_LABEL = "severityLabel";

	public static final String TIER = "tier";

	public static final String CUSTOMER_NAME = "customerName";

	public static final String CUSTOMER_KNOWN = "customerKnown";

	public static final String MAJOR = "major";

	public static final String OWNER_ID = "ownerId";

	public static final String RESOLVED = "resolved";

	public static final String RCA_REQUIRED = "rcaRequired";

	public static final String RCA_DONE = "rcaDone";

	/** Whether every affected customer has the first notice. */
	public static final String CUSTOMERS_TOLD = "customersTold";

	/** Whether it was time to involve more parties when the timer fired. */
	public static final String PARTIES_DUE = "partiesDue";

	/** The task of the level that the owner asked for. */
	static final String TASK_DECIDE_EXCEPTION = "userTask_decideException";

	/** The task of whoever has to reach customers whom the first notice did not. */
	static final String TASK_REACH_CUSTOMERS = "userTask_reachCustomers";

	/** The subprocess in which a reopened case goes on. */
	static final String PHASE_RESOLVE = "subProcess_resolve";

	/** The timers that wait for the warning of a clock. */
	public static final Map<String, ServiceClock> WARNING_TIMERS = Map.of("event_firstHourEnding",
			ServiceClock.FIRST_NOTICE, "event_firstUpdateDue", ServiceClock.UPDATE, "event_nextUpdateDue",
			ServiceClock.UPDATE);

	/** The timers that wait until a clock is over. */
	public static final Map<String, ServiceClock> DUE_TIMERS = Map.of("event_morePartiesNeeded",
			ServiceClock.INVOLVE_PARTIES, "event_partiesDueAgain", ServiceClock.INVOLVE_PARTIES);

	private EscalationProcess() {
	}

}
