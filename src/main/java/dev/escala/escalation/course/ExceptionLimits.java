package dev.escala.escalation.course;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.escalation.ExceptionRequest;
import dev.escala.reference.CaseNumber;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;

import org.springframework.stereotype.Component;

/**
 * How far each group may go by itself, as the table {@code exceptionLimits} says
 * (001-03).
 */
@Component
public class ExceptionLimits {

	/** Those that the table knows. */
	private static final Set<String> ROLES = Set.of("agents", "finance", "technology", "product", "legal",
			"supervisors", "managers", "directors");

	private final Decisions decisions;

	ExceptionLimits(Decisions decisions) {
		this.decisions = decisions;
	}

	/**
	 * The furthest that somebody of these groups may go; empty where none of them may
	 * grant such a thing at all.
	 * @param number the case that keeps which rule answered, or {@code null} only to ask
	 */
	public Optional<Limit> of(CaseNumber number, Collection<String> groups, ExceptionRequest.Kind kind) {
		return groups.stream()
			.filter(ROLES::contains)
			.sorted()
			.map((group) -> this.decisions.decide(number, "exceptionLimits", Map.of("role", group, "kind", kind)))
			.filter((decision) -> decision.flag("mayGrant"))
			.map((decision) -> new Limit(kind, decision))
			.max(Comparator.comparingInt(Limit::euros));
	}

	/**
	 * A limit.
	 *
	 * @param euros the most, for money; without meaning for anything else
	 * @param money whether it is about money
	 */
	public record Limit(int euros, boolean money) {

		Limit(ExceptionRequest.Kind kind, Decision decision) {
			this(decision.number("limit"), kind == ExceptionRequest.Kind.MONEY);
		}

		/**
		 * Whether it goes that far.
		 * @param before euros that were granted before and count with it
		 */
		public boolean covers(ExceptionRequest request, int before) {
			return !this.money || before + request.euros() <= this.euros;
		}

		/** How far it goes, as the end of a Spanish sentence. */
		public String told() {
			return this.money ? "hasta " + this.euros + " €" : "sin importe";
		}

	}

}
