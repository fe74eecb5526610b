package dev.escala.complaint.remedy;

import java.util.List;

import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
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

	Remedies(Decisions decisions, Matters matters, RemedyRepository repository) {
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

	/** What was granted, oldest first. */
	@Transactional(readOnly = true)
	public List<GrantedRemedy> granted(CaseNumber number) {
		return this.repository.of(number);
	}

}
