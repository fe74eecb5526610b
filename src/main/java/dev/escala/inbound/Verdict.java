package dev.escala.inbound;

import java.util.List;

import dev.escala.inbound.InboundMail.Status;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;

/**
 * What shall become of a mail.
 *
 * @param status its status from now on
 * @param why why, in Spanish
 * @param caseNumber the case that it belongs to, or {@code null}
 * @param customerId the customer who wrote it, or {@code null}
 * @param suggestions cases that it may belong to
 */
record Verdict(Status status, String why, CaseNumber caseNumber, CustomerId customerId, List<CaseNumber> suggestions) {

	Verdict {
		suggestions = List.copyOf(suggestions);
	}

	static Verdict of(Status status, String why) {
		return new Verdict(status, why, null, null, List.of());
	}

	static Verdict waiting(String why, List<CaseNumber> suggestions) {
		return new Verdict(Status.WAITING, why, null, null, suggestions);
	}

	static Verdict contact(String why, CaseNumber caseNumber, CustomerId customerId) {
		return new Verdict(Status.CONTACT, why, caseNumber, customerId, List.of());
	}

}
