package dev.escala.escalation;

import java.time.Instant;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * What was decided about an exception or resources in a case (001-07): alone within a
 * limit, or by a level.
 *
 * @param number the case
 * @param subject what the case is about
 * @param customer whose case it is
 * @param granted whether it was granted
 * @param what what was granted, or of a refusal what was asked for
 * @param decision the decision with its reason, in the words of who decided
 * @param decidedBy user id
 * @param decidedAt when
 */
public record ExceptionDecision(CaseNumber number, String subject, String customer, boolean granted, String what,
		String decision, UserId decidedBy, Instant decidedAt) {
}
