package dev.escala.complaint.remedy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Staff;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;

import org.springframework.stereotype.Component;

/**
 * How far each person may go by their groups, as the table {@code complaintRemedyLimits}
 * says (004-22).
 */
@Component
class RemedyLimits {

	/** Those that the table knows. */
	private static final Set<String> HANDLERS = Set.of("agents", "finance", "technology", "product", "legal",
			"complaint-handlers", "supervisors", "managers", "directors");

	private final Decisions decisions;

	private final Staff staff;

	RemedyLimits(Decisions decisions, Staff staff) {
		this.decisions = decisions;
		this.staff = staff;
	}

	/**
	 * The furthest that the person may go; empty where they are in no group of the table.
	 * @param number the matter that keeps which rules answered, or {@code null} for
	 * somebody who only looks
	 */
	Optional<Limit> of(CaseNumber number, UserId user) {
		return this.staff.groupsOf(user)
			.stream()
			.map(Staff.Team::id)
			.filter(HANDLERS::contains)
			.map((group) -> Limit.of(asked(number, Map.of("handler", group))))
			.reduce(Limit::further);
	}

	private Decision asked(CaseNumber number, Map<String, Object> inputs) {
		return (number == null) ? this.decisions.consider("complaintRemedyLimits", inputs)
				: this.decisions.decide(number, "complaintRemedyLimits", inputs);
	}

	/**
	 * A limit, in euros.
	 *
	 * @param ofMatter the most that one grants at one's discretion in a matter
	 * @param extraMost the most that a small extra may be worth
	 * @param extraBudget the most of extras in a month
	 */
	record Limit(BigDecimal ofMatter, BigDecimal extraMost, BigDecimal extraBudget) {

		private static Limit of(Decision answer) {
			return new Limit(BigDecimal.valueOf(answer.number("limit")), BigDecimal.valueOf(answer.number("extraMost")),
					BigDecimal.valueOf(answer.number("extraBudget")));
		}

		private Limit further(Limit other) {
			return new Limit(this.ofMatter.max(other.ofMatter), this.extraMost.max(other.extraMost),
					this.extraBudget.max(other.extraBudget));
		}

	}

}
