package dev.escala.card;

import java.time.Instant;

import dev.escala.reference.CaseNumber;

/**
 * A task of a case, as the engine has it.
 *
 * @param caseNumber the case
 * @param taskKey the task's id in the model, or {@link CardSection#PAGE}
 * @param what the model's text: what to do
 * @param why why this group or person has it
 * @param dueAt by when, or {@code null}
 * @param returned why it has come back, or {@code null} where it has not
 */
public record CardTask(CaseNumber caseNumber, String taskKey, String what, String why, Instant dueAt,
		ReturnedWork returned) {

	/** No task at all: the whole of the case, as its page shows it. */
	public static CardTask page(CaseNumber caseNumber) {
		return new CardTask(caseNumber, CardSection.PAGE, null, null, null, null);
	}

}
