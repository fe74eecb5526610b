package dev.escala.rootcause;

import java.time.LocalDate;

/**
 * Something that keeps the cause from coming back.
 *
 * @param text what is done
 * @param owner who answers for it inside the house; the customer never reads this
 * @param dueOn the day by which it is done, in the business zone {@code escala.zone}; for
 * an action that is done already, the day on which it was
 * @param done whether it was done already when the analysis was written
 */
public record CorrectiveAction(String text, String owner, LocalDate dueOn, boolean done) {
}
