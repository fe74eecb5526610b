package dev.escala.corrective;

import java.time.LocalDate;

import dev.escala.reference.UserId;

/**
 * Something that keeps the cause from coming back, as it was agreed.
 *
 * @param text what is done
 * @param owner who answers for it inside the house; of older ones the name that somebody
 * typed; the customer never reads this
 * @param dueOn the day by which it is done, in the business zone {@code escala.zone}; for
 * an action that is done already, the day on which it was
 * @param done whether it was done already when it was agreed
 */
public record PlannedAction(String text, UserId owner, LocalDate dueOn, boolean done) {
}
