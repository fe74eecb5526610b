package dev.escala.escalation;

import java.time.Instant;
import java.util.List;

/**
 * People called in for one case (001-24), disbanded when it is resolved (001-25).
 *
 * @param number 1 for the first of the case
 * @param lead who leads it
 * @param members who belongs to it
 * @param goal what it is for
 * @param formedAt when it was set up
 * @param disbandedAt when it was disbanded, or {@code null}
 */
public record TaskForce(int number, String lead, List<String> members, String goal, Instant formedAt,
		Instant disbandedAt) {
}
