package dev.escala.complaint.remedy;

import java.math.BigDecimal;

import dev.escala.routing.Decision;

/**
 * A remedy that is granted in advance: a row of the table {@code complaintRemedies}.
 *
 * @param kind what it is
 * @param label its Spanish name
 * @param amount euros; 0 where there is no amount
 * @param because why, in Spanish
 */
public record ProposedRemedy(RemedyKind kind, String label, BigDecimal amount, String because) {

	static ProposedRemedy of(Decision.Match row) {
		return new ProposedRemedy(RemedyKind.valueOf((String) row.outputs().get("remedy")),
				(String) row.outputs().get("label"), new BigDecimal(row.outputs().get("amount").toString()),
				row.reason());
	}

	/** Whether somebody who grants that grants no more than is proposed. */
	boolean covers(RemedyRequest request) {
		return this.kind == request.kind() && request.amount().compareTo(this.amount) <= 0;
	}

}
