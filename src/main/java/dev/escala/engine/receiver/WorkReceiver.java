package dev.escala.engine.receiver;

import java.util.Optional;
import java.util.Set;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/** Who gets work now: the person meant, a deputy, a group, or the supervisors. */
public interface WorkReceiver {

	/**
	 * The person who gets a task that begins now. That somebody else does than the one
	 * meant is told in the timeline.
	 * @param number the case, or {@code null}
	 * @param task what the task is called
	 * @param meant whose it is
	 * @return empty where neither that person nor a deputy is there: its groups share it
	 */
	Optional<UserId> person(CaseNumber number, String task, UserId meant);

	/**
	 * The groups that share a task, and the supervisors where nobody of them is there.
	 */
	Set<String> groups(Set<String> meant);

}
