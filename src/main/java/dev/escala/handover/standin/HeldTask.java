package dev.escala.handover.standin;

import java.time.Instant;
import java.util.Set;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * An open task of a process, as it stands.
 *
 * @param id of the task
 * @param name what it is called
 * @param number the business key of its process, or {@code null}
 * @param assignee user id of who has it, or {@code null}
 * @param groups the groups whose members may do it
 * @param people user ids of those who may do it in person
 * @param takenAt when whoever has it took it last, or {@code null} where it was given to
 * them
 */
public record HeldTask(String id, String name, CaseNumber number, UserId assignee, Set<String> groups,
		Set<UserId> people, Instant takenAt) {

	public HeldTask {
		groups = Set.copyOf(groups);
		people = Set.copyOf(people);
	}

}
