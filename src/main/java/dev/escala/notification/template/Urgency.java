package dev.escala.notification.template;

import java.util.Set;

/**
 * Which mails go before the others: what customers are told, because a step and its clock
 * wait for it, and what staff must act on at once.
 */
public final class Urgency {

	private static final String OF_CUSTOMERS = "customer-";

	private static final Set<String> OF_STAFF = Set.of("internal-breach", "internal-call-back",
			"internal-complaint-term", "internal-deadline-near", "internal-promise-near", "internal-untouched");

	private Urgency() {
	}

	/** Whether a mail of this template goes first. */
	public static boolean isUrgent(String template) {
		return template.startsWith(OF_CUSTOMERS) || OF_STAFF.contains(template);
	}

}
