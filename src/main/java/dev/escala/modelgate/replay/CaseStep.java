package dev.escala.modelgate.replay;

import java.time.Instant;
import java.util.List;

/**
 * One decision of a case, taken again.
 *
 * @param recordId id of the record
 * @param table the table's name
 * @param inputs what was asked, each as {@code label: value}
 * @param before what was answered
 * @param after what the edited table answers; nothing where no rule does
 * @param again whether an edited table was asked; otherwise it stays as it was
 * @param differs whether the answer is another one
 * @param problem why the edited table cannot decide it, in Spanish, or {@code null}
 */
public record CaseStep(long recordId, Instant decidedAt, String table, List<String> inputs, List<Answer> before,
		List<Answer> after, boolean again, boolean differs, String problem) {

	/**
	 * A rule that answers.
	 *
	 * @param ruleId its id
	 * @param reason its annotation, in Spanish, or empty
	 * @param text what it answers, each column as {@code label: value}
	 */
	public record Answer(String ruleId, String reason, String text) {
	}

}
