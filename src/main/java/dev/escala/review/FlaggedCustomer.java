package dev.escala.review;

import java.time.LocalDate;
import java.util.List;

import dev.escala.reference.CustomerId;

/**
 * A customer whom the review of a month flagged.
 *
 * @param customer whom
 * @param code the customer's code
 * @param month first day of the month of the review; with the customer it is the only one
 * of its kind
 * @param reasons why, one for each signal; never empty
 */
public record FlaggedCustomer(CustomerId customer, String code, LocalDate month, List<Reason> reasons) {

	public FlaggedCustomer {
		reasons = List.copyOf(reasons);
	}

}
