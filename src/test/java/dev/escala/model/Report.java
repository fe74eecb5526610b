package dev.escala.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What a rule looked at and what it found. The count matters as much as the findings: a
 * rule that looked at nothing proves nothing.
 */
final class Report {

	private final List<String> findings = new ArrayList<>();

	private int examined;

	/**
	 * Counts one thing as examined and keeps a finding where it is not as it should be.
	 */
	void expect(boolean good, String where, String finding, Object... details) {
		this.examined++;
		if (!good) {
			this.findings.add(where + " " + finding.formatted(details));
		}
	}

	List<String> findings() {
		return List.copyOf(this.findings);
	}

	int examined() {
		return this.examined;
	}

}
