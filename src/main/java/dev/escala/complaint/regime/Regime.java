package dev.escala.complaint.regime;

import java.util.List;

/**
 * The terms that run for one complaint, all of them at once.
 *
 * @param terms the terms, those that go first before the others; never empty
 * @param undescribed codes that {@code complaintRegime} names and
 * {@code complaintDeadlines} does not describe
 * @param regimeVersion the version of the table {@code complaintRegime} that was asked
 * @param deadlinesVersion that of {@code complaintDeadlines}; 0 where it described
 * nothing
 */
public record Regime(List<LegalTerm> terms, List<String> undescribed, int regimeVersion, int deadlinesVersion) {

	public Regime {
		terms = List.copyOf(terms);
		undescribed = List.copyOf(undescribed);
	}

	/**
	 * Whether no norm is known, so that a supervisor has to look ("sin norma conocida").
	 */
	public boolean isWithoutNorm() {
		return this.terms.stream().allMatch(LegalTerm::isOwn);
	}

}
