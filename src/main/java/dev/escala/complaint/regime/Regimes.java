package dev.escala.complaint.regime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.reference.CaseNumber;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;

import org.springframework.stereotype.Service;

/**
 * Asks the tables {@code complaintRegime} and {@code complaintDeadlines} which terms run.
 * A complaint always has one: where no norm is known, the organisation's own.
 */
@Service
public class Regimes {

	private final Decisions decisions;

	Regimes(Decisions decisions) {
		this.decisions = decisions;
	}

	/**
	 * The terms of a complaint.
	 * @param number the complaint for which the decisions are recorded, or {@code null}
	 * @param presented the date on which it was presented: the wordings that counted then
	 * count for it to its end
	 */
	public Regime decide(CaseNumber number, ComplaintFacts facts, LocalDate presented) {
		Decision regime = this.decisions.decideIfAny(number, "complaintRegime", facts.forRegime());
		List<LegalTerm> terms = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (Decision.Match match : regime.matches()) {
			String code = (String) match.outputs().get("code");
			if (!seen.add(code)) {
				continue;
			}
			Decision described = this.decisions.decideIfAny(number, "complaintDeadlines",
					Map.of("code", code, "smallSupply", facts.smallSupply()));
			inForce(match, described, presented).ifPresent(terms::add);
		}
		return new Regime(choose(terms));
	}

	/** The same as {@link #decide}, for somebody who only looks: nothing is recorded. */
	public Regime consider(ComplaintFacts facts, LocalDate presented) {
		return decide(null, facts, presented);
	}

	/**
	 * Where the customer can go if the complaint is refused or not answered, in the order
	 * of the table; none where the table knows none. For somebody who only looks.
	 */
	public List<DisputeBody> bodies(ComplaintFacts facts) {
		return bodies(facts.country(), facts.sector(), facts.consumer());
	}

	/**
	 * The same, for whoever knows no more of the complaint.
	 * @param country ISO 3166 code in lower case
	 * @param sector what the company sells
	 * @param consumer whether a consumer complains
	 */
	public List<DisputeBody> bodies(String country, Sector sector, boolean consumer) {
		return this.decisions.consider("complaintBodies", ComplaintFacts.forBodies(country, sector, consumer))
			.matches()
			.stream()
			.map(DisputeBody::of)
			.toList();
	}

	/** Of several wordings that overlap the latest counts. */
	private static Optional<LegalTerm> inForce(Decision.Match regime, Decision described, LocalDate presented) {
		return described.matches()
			.stream()
			.map((match) -> LegalTerm.of(regime, match))
			.filter((term) -> term.isValidOn(presented))
			.max(Comparator.comparing(LegalTerm::validFrom));
	}

	private static List<LegalTerm> choose(List<LegalTerm> terms) {
		List<LegalTerm> norms = terms.stream()
			.filter((term) -> !term.isOwn())
			.sorted(Comparator.comparing(LegalTerm::rank))
			.toList();
		if (!norms.isEmpty()) {
			return norms;
		}
		return terms.isEmpty() ? List.of(LegalTerm.unwritten()) : terms;
	}

}
