package dev.escala.routing;

import java.time.Instant;
import java.util.List;

/**
 * A decision as a person reads it: in the words of the table that took it.
 *
 * @param id of its record
 * @param decidedAt when
 * @param table the table's name
 * @param version the deployed version of the table
 * @param inputs what was asked, each as {@code label: value}
 * @param answers the matched rules
 */
public record ExplainedDecision(long id, Instant decidedAt, String table, int version, List<String> inputs,
		List<Answer> answers) {

	/**
	 * A matched rule.
	 *
	 * @param ruleId its id
	 * @param reason its annotation, in Spanish
	 * @param outputs what it answers, each as {@code label: value}
	 */
	public record Answer(String ruleId, String reason, List<String> outputs) {
	}

}
