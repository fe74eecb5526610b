package dev.escala.clock;

import dev.escala.customer.Tier;
import dev.escala.matter.Matter;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;

/**
 * What decides the deadlines of a case.
 *
 * @param caseNumber the case
 * @param severity how bad it is
 * @param tier the tier of its customer
 * @param groupId the team that works it, or {@code null}: its calendar may count
 * @param customerId its customer, or {@code null}: the customer's calendar may count
 */
public record Subject(CaseNumber caseNumber, Severity severity, Tier tier, String groupId, CustomerId customerId) {

	static Subject of(Matter matter, Tier tier) {
		return new Subject(matter.number(), matter.severity(), tier, matter.groupId(), matter.customerId());
	}

}
