package dev.escala.policy;

import java.util.Comparator;
import java.util.List;

/**
 * What the policy says of a question: every rule that applies, and what follows from the
 * strictest of them.
 *
 * @param hits the rules that apply, the strictest first
 * @param topic what it is about: as the person says, or as the strictest rule does
 * @param route who answers, and by when
 */
public record Assessment(List<Hit> hits, Topic topic, Route route) {

	public Assessment {
		hits = hits.stream().sorted(Comparator.comparing(Hit::mode)).toList();
	}

	/** When it is asked about: the strictest of all. */
	public Mode mode() {
		return this.hits.get(0).mode();
	}

	/** Whether somebody of higher rank evaluates it (000-36). */
	public boolean senior() {
		return this.hits.stream().anyMatch(Hit::senior);
	}

	/** Whether the one who answers is warned: haste, or an odd feeling (000-37). */
	public boolean caution() {
		return this.hits.stream().anyMatch(Hit::caution);
	}

	/**
	 * A rule that applies.
	 *
	 * @param situation to what, or {@code null} where it is the topic or that nothing was
	 * named
	 * @param mode when it is asked about
	 * @param topic what it is about
	 * @param senior whether somebody of higher rank evaluates it
	 * @param caution whether it is a sign of danger
	 * @param ruleId the rule in the table
	 * @param reason its annotation, in Spanish
	 */
	public record Hit(Situation situation, Mode mode, Topic topic, boolean senior, boolean caution, String ruleId,
			String reason) {
	}

}
