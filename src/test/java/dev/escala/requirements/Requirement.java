package dev.escala.requirements;

import java.util.List;

/**
 * A line of {@code src/docs/requirements.md}.
 *
 * @param number as it is cited
 * @param kinds behaviour, data, message, figure (K) or advice, some of {@code BDMKA}
 * @param state what is said of it
 * @param tests links to the tests that show it, label and address
 */
record Requirement(String number, String kinds, State state, List<Link> tests) {

	boolean isAdvice() {
		return this.kinds.contains("A");
	}

	boolean isBehaviour() {
		return this.kinds.contains("B");
	}

	/** Whether tests show it, or a part of it. */
	boolean isShown() {
		return this.state == State.SHOWN || this.state == State.PARTLY;
	}

	List<String> testNames() {
		return this.tests.stream().map(Link::label).toList();
	}

	/** A link of the document. */
	record Link(String label, String address) {
	}

	/** What the last column says. */
	enum State {

		/** Only links to tests. */
		SHOWN,
		/** Links to tests, and a sentence on what is missing. */
		PARTLY,
		/** A sentence on what is missing. */
		OPEN,
		/** Advice that became something. */
		BUILT,
		/** Advice that did not, and why. */
		LEFT_OUT,
		/** Nothing that anybody could read as one of these. */
		UNCLEAR

	}

}
