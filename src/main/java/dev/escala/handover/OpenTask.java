package dev.escala.handover;

import java.util.Set;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * A task that is not done yet.
 *
 * @param id of the task
 * @param name what it is called
 * @param number the business key of its process, or {@code null}
 * @param assignee user id of who has it, or {@code null}
 * @param groups the groups whose members may do it
 * @param people user ids of those who may do it in person
 */
public record OpenTask(String id, String name, CaseNumber number, UserId assignee, Set<String> groups,
		Set<UserId> people) {
}
