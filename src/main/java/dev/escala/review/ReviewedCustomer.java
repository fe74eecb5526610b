package dev.escala.review;

import java.time.LocalDate;
import java.util.List;

/**
 * A customer in a review.
 *
 * @param code the customer's code
 * @param name the customer's name
 * @param littleHistory whether the first purchase is less than four months old
 * @param lastOn day of the last purchase before the review, or {@code null}
 * @param reasons why the customer was flagged
 */
public record ReviewedCustomer(String code, String name, boolean littleHistory, LocalDate lastOn,
		List<Reason> reasons) {

	public ReviewedCustomer {
		reasons = List.copyOf(reasons);
	}

}
