package dev.escala.retention;

import java.time.Instant;
import java.time.LocalDate;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * Something that was done to keep a customer.
 *
 * @param kind what
 * @param what in words
 * @param on the day of a visit, or {@code null}
 * @param cents what a small extra is worth, in euros, or {@code null}
 * @param began the matter that it began, or {@code null}
 * @param by who did it
 * @param at when
 */
public record DoneAction(LeavingAction kind, String what, LocalDate on, Long cents, CaseNumber began, UserId by,
		Instant at) {

	/**
	 * It as somebody typed it; any part may be missing or wrong.
	 *
	 * @param kind name of a {@link LeavingAction}
	 * @param what in words
	 * @param on {@code dd/mm/aaaa}
	 * @param amount euros
	 * @param criterion what an escalation is about
	 * @param overrideReason why a letter goes out although the checks find something
	 */
	public record Input(String kind, String what, String on, String amount, String criterion, String overrideReason) {
	}

}
