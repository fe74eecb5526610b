package dev.escala.complaint.remedy;

import java.util.List;

import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.InvalidInputException;
import dev.escala.routing.Decisions;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is proposed for a matter and what was granted (004-60). Whose fault it was and
 * what kind of harm it is about are facts that the kind of the matter tells, by the names
 * {@code fault} and {@code reasonGroup}.
 */
@Service
public class Remedies {

	private final Decisions decisions;

	private final Matters matters;

	private final RemedyRepository repository;

	private final NoOffers noOffers;

	Remedies(Decisions decisions, Matters matters, RemedyRepository repository, NoOffers noOffers) {
		this.noOffers = noOffers;
		this.decisions = decisions;
		this.matters = matters;
		this.repository = repository;
	}

	/**
	 * The facts of a matter as they are now; refuses an unknown number.
	 */
	public RemedyFacts facts(CaseNumber number) {
		Matter matter = this.matters.get(number);
		return RemedyFacts.of(this.matters.facts(matter), matter.severity(), this.matters.tier(matter));
	}

	/** What the table proposes, at least one remedy; for somebody who only looks. */
	public List<ProposedRemedy> proposed(RemedyFacts facts) {
		return this.decisions.consider("complaintRemedies", facts.inputs())
			.matches()
			.stream()
			.map(ProposedRemedy::of)
			.toList();
	}

	/** The same as the matter keeps it: the decision is recorded with its rules. */
	List<ProposedRemedy> propose(CaseNumber number) {
		return this.decisions.decide(number, "complaintRemedies", facts(number).inputs())
			.matches()
			.stream()
			.map(ProposedRemedy::of)
			.toList();
	}

	/**
	 * While a customer complains that a service does not work, nothing is offered but by
	 * an exception that is kept (Ley 10/2025, art. 16.2).
	 */
	void requireAllowed(CaseNumber number, RemedyRequest request) {
		if (request.kind().isOffer() && request.exception() == null && this.noOffers.isContinuity(number)) {
			throw new InvalidInputException("exception",
					"Mientras el servicio no funciona no se ofrece nada al cliente (Ley 10/2025, art. 16.2), salvo que él "
							+ "lo pida (ASKED) o sea parte de la solución y le convenga más (SOLVES): diga cuál es el caso.");
		}
	}

	/** What was granted, oldest first. */
	@Transactional(readOnly = true)
	public List<GrantedRemedy> granted(CaseNumber number) {
		return this.repository.of(number);
	}

}
