package dev.escala.engine;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;

/**
 * Everything that Escala knows about one user task of a model: who gets it and why, by
 * when, what its form offers, and what completing it means. There is one bean for each
 * user task; a test compares them with the models.
 */
public interface UserTask {

	/** The task's id in the model, for example {@code userTask_takeOver}. */
	String key();

	/**
	 * Whether models draw it several times. Most tasks have one id; one that a model
	 * draws several times, as owners add more of them, has its key at the beginning of
	 * each: {@code userTask_workProspect} does {@code userTask_workProspectNew}.
	 */
	default boolean isDrawnSeveralTimes() {
		return false;
	}

	/** Groups whose members may claim the task. */
	Set<String> candidateGroups(TaskScope scope);

	/** The person who has the task from the start, or empty: somebody claims it. */
	default Optional<UserId> assignee(TaskScope scope) {
		return Optional.empty();
	}

	/**
	 * By when, or empty where no clock holds: then the task gets the time that is allowed
	 * for its kind.
	 */
	default Optional<Instant> dueAt(TaskScope scope) {
		return Optional.empty();
	}

	/** When somebody should look after it, or empty where no clock holds. */
	default Optional<Instant> followUpAt(TaskScope scope) {
		return Optional.empty();
	}

	/**
	 * Somebody entitled set another due date: moves the clock behind it.
	 * @param due the new date
	 * @param by the user id
	 */
	default void moveDue(TaskScope scope, Instant due, UserId by) {
		throw new ConflictException("Esta tarea no tiene un plazo propio: su vencimiento no se puede cambiar.");
	}

	/**
	 * Somebody has the task now.
	 * @param userId who has it
	 * @param by who gave it to them: they themselves, or a superior
	 */
	default void claimed(TaskScope scope, UserId userId, UserId by) {
		// Most tasks mean nothing until they are completed.
	}

	/**
	 * Whether somebody of its groups may not have it all the same: {@link #claimed} would
	 * refuse them.
	 */
	default boolean isRefusedTo(TaskScope scope, UserId userId) {
		return false;
	}

	/** Whether it is the work of the case's owner: a new owner gets it too. */
	default boolean isOwners() {
		return false;
	}

	/** Why this group or person got it: one Spanish sentence. */
	String why(TaskScope scope);

	/**
	 * Why the task has come back to whoever did it before, or empty: nobody sent anything
	 * back.
	 */
	default Optional<Returned> returned(TaskScope scope) {
		return Optional.empty();
	}

	/**
	 * The same for many tasks of this kind, which a list shows: what all of them need is
	 * read at once.
	 * @param numbers the cases that the tasks belong to
	 */
	default Function<TaskScope, Optional<Returned>> returnedAmong(Set<CaseNumber> numbers) {
		return this::returned;
	}

	/**
	 * What the form offers beyond its fixed fields, as task-local variables: lists of
	 * {@code Map.of("label", …, "value", …)} for choices, or text to edit.
	 */
	default Map<String, Object> formData(TaskScope scope) {
		return Map.of();
	}

	/**
	 * Carries out what the person decided, in the transaction that completes the task. A
	 * {@link dev.escala.validation.Refusal} keeps the task open and shows its message.
	 */
	void complete(CompletedTask task);

	/**
	 * Work that somebody sent back.
	 *
	 * @param by who did
	 * @param reason what has to change, in that person's words
	 */
	record Returned(UserId by, String reason) {
	}

}
