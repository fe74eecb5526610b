package dev.escala.escalation.process;

import java.util.List;
import java.util.Map;

import dev.escala.servicelevel.ServiceClock;

/**
 * Keys, elements, messages and variables of the model {@code customer-escalation.bpmn}.
 */
public final class EscalationProcess {

	public static final String KEY = "customerEscalation";

	public static final String MESSAGE_WITHDRAWN = "escalation.withdrawn";

	public static final String MESSAGE_DUPLICATE_FOUND = "escalation.duplicateFound";

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

	/** The timer events that each clock arms. */
	public static final Map<ServiceClock, List<String>> TIMERS = Map.of(ServiceClock.FIRST_NOTICE,
			List.of("event_firstHourEnding"), ServiceClock.ACKNOWLEDGEMENT, List.of("event_acknowledgementOver"),
			ServiceClock.ANSWER, List.of("event_answerOver"), ServiceClock.RESOLUTION, List.of("event_resolutionOver"),
			ServiceClock.INVOLVE_PARTIES, List.of("event_morePartiesNeeded"), ServiceClock.UPDATE,
			List.of("event_firstUpdateDue", "event_nextUpdateDue"));

	private EscalationProcess() {
	}

}
