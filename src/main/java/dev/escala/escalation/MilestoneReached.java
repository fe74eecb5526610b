package dev.escala.escalation;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * A case came to one of its milestones, in the transaction that took it there.
 *
 * @param number the case
 * @param milestone which one
 * @param actor who took it there, or the system
 * @param told what else there is to say of it, in Spanish, or {@code null}
 */
public record MilestoneReached(CaseNumber number, Milestone milestone, UserId actor, String told) {

}
