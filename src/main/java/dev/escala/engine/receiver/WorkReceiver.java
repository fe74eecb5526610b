package dev.escala.engine.receiver;

import java.util.Optional;
import java.util.Set;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/** Who gets work now: the person meant, a deputy, a group, or the supervisors. */
public interface WorkReceiver {

	/**
	 * The person who gets a task that begins now. That somebody else does than the one
	 * meant is told in the timeline, and the task goes to that one when they are back, if
	 * nobody has begun it.
	 * @param meant whose it is
	 * @return empty where neither that person nor a deputy is there, or the person is
	 * gone: its groups share it
	 */
	Optional<UserId> person(NewTask task, UserId meant);

	/**
	 * The groups that share a task, and the supervisors where nobody of them is there.
	 */
	Set<String> groups(Set<String> meant);

	/**
	 * The open tasks of a case that are a person's but with somebody else, by id.
	 */
	Set<String> meantFor(CaseNumber number, UserId person);

	/**
	 * What is the person's in a case is somebody else's from now on: nobody stands in for
	 * them there any more.
	 * @return those tasks that were with somebody else, by id
	 */
	Set<String> handOver(CaseNumber number, UserId person);

}
