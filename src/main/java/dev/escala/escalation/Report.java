package dev.escala.escalation;

import java.util.List;

/**
 * What somebody reports, whichever way it comes in; valid by construction.
 *
 * @param customer code or name of the customer as typed
 * @param origin who wants it
 * @param reason why the ordinary queue is not enough
 * @param criterion what it is about (001-11)
 * @param speciality who should help
 * @param subject one line
 * @param description what happened
 * @param impact how much is affected
 * @param urgency how soon it hurts
 * @param service affected service, code or name, or {@code null}
 * @param customerIssues issues that the customer raised (001-28)
 * @param linkedRecords linked records of other systems or cases of ours (001-14)
 * @param major whether an interruption affects many customers (001-18)
 */
public record Report(String customer, Origin origin, Reason reason, Criterion criterion, Speciality speciality,
		String subject, String description, Scale impact, Scale urgency, String service, List<String> customerIssues,
		List<String> linkedRecords, boolean major) {

	/** Who wants the escalation. */
	public enum Origin {

		CUSTOMER, AGENT, SYSTEM

	}

	/** Why the ordinary queue is not enough. */
	public enum Reason {

		KNOWLEDGE, AUTHORITY, RESOURCES, CUSTOMER_REQUEST, SERVICE_LEVEL

	}

	/** What the escalation is about (001-11). */
	public enum Criterion {

		FINANCING, STAFF, TOOLS, TECHNICAL, FUNCTIONALITY

	}

	/** Who should help. */
	public enum Speciality {

		FINANCE, TECHNOLOGY, PRODUCT, LEGAL, UNKNOWN

	}

	/** How much or how soon. */
	public enum Scale {

		LOW, MEDIUM, HIGH

	}
}
