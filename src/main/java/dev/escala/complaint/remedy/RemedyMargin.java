package dev.escala.complaint.remedy;

import java.math.BigDecimal;
import java.util.Optional;

import dev.escala.reference.UserId;

import org.springframework.stereotype.Service;

/** How far somebody can go before they try (004-22, 004-56). */
@Service
public class RemedyMargin {

	private final RemedyLimits limits;

	private final ExtraBudget budget;

	RemedyMargin(RemedyLimits limits, ExtraBudget budget) {
		this.limits = limits;
		this.budget = budget;
	}

	/** Of a person; empty where their groups grant nothing at their discretion. */
	public Optional<Margin> of(UserId person) {
		return this.limits.of(null, person)
			.map((limit) -> new Margin(limit.ofMatter(), limit.extraMost(), this.budget.left(person, limit)));
	}

	/**
	 * What somebody may grant at their discretion, in euros.
	 *
	 * @param ofMatter the most in one matter
	 * @param extraMost the most that a small extra may be worth
	 * @param extrasLeft what is left of this month's budget for extras
	 */
	public record Margin(BigDecimal ofMatter, BigDecimal extraMost, BigDecimal extrasLeft) {
	}

}
