package dev.escala.engine;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that Escala knows about one user task of a model: who gets it and why, by
 * when, what its form offers, and what completing it means. There is one bean for each
 * user task; a test compares them with the models.
 */
public interface UserTask {

	/** The task's id in the model, for example {@code userTask_takeOver}. */
	String key();

	/** Groups whose members may claim the task. */
	Set<String> candidateGroups(String caseNumber);

	/** The person who has the task from the start, or empty: somebody claims it. */
	default Optional<String> assignee(String caseNumber) {
		return Optional.empty();
	}

	/** By when, or empty where no clock holds. */
	default Optional<Instant> dueAt(String caseNumber) {
		return Optional.empty();
	}

	/** Why this group or person got it: one Spanish sentence. */
	String why(String caseNumber);

	/**
	 * What the form offers beyond its fixed fields, as task-local variables: lists of
	 * {@code Map.of("label", …, "value", …)} for choices, or text to edit.
	 */
	default Map<String, Object> formData(String caseNumber) {
		return Map.of();
	}

	/**
	 * Carries out what the person decided, in the transaction that completes the task. A
	 * {@link dev.escala.validation.Refusal} keeps the task open and shows its message.
	 */
	void complete(CompletedTask task);

}
