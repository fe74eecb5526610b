package dev.escala.retention;

import java.util.List;

import dev.escala.review.FlaggedCustomer;
import dev.escala.review.FlaggedCustomers;
import dev.escala.text.Shortening;

import org.springframework.stereotype.Component;

/** Whom the monthly review flags is called (004-28): once a month, and in one case. */
@Component
class FlaggedByReview implements FlaggedCustomers {

	private final RetentionCases cases;

	FlaggedByReview(RetentionCases cases) {
		this.cases = cases;
	}

	@Override
	public void flagged(FlaggedCustomer one) {
		List<Reason> reasons = one.reasons()
			.stream()
			.map((reason) -> new Reason(reason.signal().name(), Shortening.beginning(reason.text(), Reason.LONGEST)))
			.toList();
		this.cases.open(one.customer(), one.month(), reasons);
	}

}
