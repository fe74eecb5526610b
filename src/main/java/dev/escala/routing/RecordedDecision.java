package dev.escala.routing;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A decision as it was taken for a case.
 *
 * @param id of the record
 * @param decidedAt when
 * @param decision the decision's key
 * @param version the deployed version of the table
 * @param inputs what was asked
 * @param matches the matched rules with what they answered and why
 */
public record RecordedDecision(long id, Instant decidedAt, String decision, int version, Map<String, Object> inputs,
		List<Decision.Match> matches) {
}
