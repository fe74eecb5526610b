package dev.escala.secondmatter;

import java.util.List;
import java.util.Optional;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.rootcause.AnalysedKind;
import dev.escala.secondmatter.Breakdown.Phase;

/** What root-cause analyses ask of breakdowns. */
class BreakdownAnalyses implements AnalysedKind {

	private final BreakdownRepository repository;

	BreakdownAnalyses(BreakdownRepository repository) {
		this.repository = repository;
	}

	@Override
	public String prefix() {
		return Breakdown.PREFIX;
	}

	@Override
	public boolean isRequested(CaseNumber number) {
		return this.repository.find(number).orElseThrow().rcaWanted();
	}

	@Override
	public boolean request(CaseNumber number, UserId by, String reason) {
		boolean first = !isRequested(number);
		this.repository.set(number, "rca_wanted", true);
		return first;
	}

	@Override
	public boolean closedWithout(CaseNumber number) {
		return this.repository.find(number).orElseThrow().phase() == Phase.CLOSED;
	}

	@Override
	public Optional<String> endedWithoutWork(CaseNumber number) {
		return Optional.empty();
	}

	@Override
	public List<UserId> involved(CaseNumber number) {
		return List.of();
	}

}
