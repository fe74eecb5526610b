package dev.escala.escalation;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.escala.reference.UserId;

/**
 * People called in for one case (001-24), disbanded when it is resolved (001-25).
 *
 * @param number 1 for the first of the case
 * @param lead who leads it; of older ones the name that somebody typed
 * @param members who else belongs to it; of older ones names that somebody typed
 * @param goal what it is for
 * @param formedAt when it was set up
 * @param disbandedAt when it was disbanded, or {@code null}
 */
public record TaskForce(int number, UserId lead, List<UserId> members, String goal, Instant formedAt,
		Instant disbandedAt) {

	/** Lead and members, each once. */
	public Set<UserId> everybody() {
		Set<UserId> all = new LinkedHashSet<>(Set.of(this.lead));
		all.addAll(this.members);
		return all;
	}

}
