package dev.escala.routing;

import java.util.List;
import java.util.Map;

/**
 * What a decision table answered.
 *
 * @param key the decision's key
 * @param version the deployed version
 * @param matches the matched rules in table order: one, or several for COLLECT
 */
public record Decision(String key, int version, List<Match> matches) {

	/** The text of one output of the only matched rule. */
	public String text(String output) {
		return (String) this.matches.get(0).outputs().get(output);
	}

	/** The truth value of one output of the only matched rule. */
	public boolean flag(String output) {
		return Boolean.TRUE.equals(this.matches.get(0).outputs().get(output));
	}

	/** The number of one output of the only matched rule. */
	public int number(String output) {
		return ((Number) this.matches.get(0).outputs().get(output)).intValue();
	}

	/** Why: the annotation of the matched rule, in Spanish. */
	public String reason() {
		return this.matches.get(0).reason();
	}

	/**
	 * One matched rule.
	 *
	 * @param ruleId the rule's chosen id
	 * @param reason the rule's annotation, in Spanish
	 * @param outputs the outputs by name
	 */
	public record Match(String ruleId, String reason, Map<String, Object> outputs) {
	}
}
