package dev.escala.rootcause;

import java.util.Optional;

import dev.escala.reference.CaseNumber;

/** Where analyses are kept: one for a case. */
public interface RootCauseAnalysisRepository {

	Optional<RootCauseAnalysis> find(CaseNumber caseNumber);

	/** The analysis, which nobody else changes until the present transaction is over. */
	Optional<RootCauseAnalysis> lock(CaseNumber caseNumber);

	/**
	 * Keeps a new analysis.
	 * @return whether the case had none: exactly one caller ever gets {@code true}
	 */
	boolean add(RootCauseAnalysis analysis);

	/** Keeps a locked analysis as it stands now. */
	void save(RootCauseAnalysis analysis);

}
