package dev.escala.engine.receiver;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * A task that begins now.
 *
 * @param id of the task
 * @param name what it is called
 * @param number the case, or {@code null}
 * @param groups who may do it
 * @param refused whom the task itself refuses
 * @param offer lets somebody take the task who is in none of its groups
 */
public record NewTask(String id, String name, CaseNumber number, Set<String> groups, Predicate<UserId> refused,
		Consumer<UserId> offer) {

	public NewTask {
		groups = Set.copyOf(groups);
	}

}
