package dev.escala.complaint.regime;

import java.util.List;

/**
 * The terms that run for one complaint, all of them at once.
 *
 * @param terms the terms, those that go first before the others; never empty
 */
public record Regime(List<LegalTerm> terms) {

	public Regime {
		terms = List.copyOf(terms);
	}

	/**
	 * Whether no norm is known, so that a supervisor has to look ("sin norma conocida").
	 */
	public boolean isWithoutNorm() {
		return this.terms.stream().allMatch(LegalTerm::isOwn);
	}

}
