package dev.escala.secondmatter;

import java.util.List;
import java.util.Optional;

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
	public boolean isRequested(String number) {
		return this.repository.find(number).orElseThrow().rcaWanted();
	}

	@Override
	public boolean request(String number, String by, String reason) {
		boolean first = !isRequested(number);
		this.repository.set(number, "rca_wanted", true);
		return first;
	}

	@Override
	public boolean closedWithout(String number) {
		return this.repository.find(number).orElseThrow().phase() == Phase.CLOSED;
	}

	@Override
	public Optional<String> endedWithoutWork(String number) {
		return Optional.empty();
	}

	@Override
	public List<String> involved(String number) {
		return List.of();
	}

}
