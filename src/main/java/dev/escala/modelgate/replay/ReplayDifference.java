package dev.escala.modelgate.replay;

import java.time.Instant;

import dev.escala.reference.CaseNumber;

/**
 * A decision of the past that would be taken otherwise.
 *
 * @param recordId id of the record
 * @param number the case or request
 * @param table the table's name
 * @param inputs what was asked, in the words of the table
 * @param before what was answered
 * @param after what the edited table answers
 * @param followUp what would have followed, see {@link ReplayConsequence}
 */
public record ReplayDifference(long recordId, CaseNumber number, Instant decidedAt, String table, String inputs,
		String before, String after, String followUp) {
}
