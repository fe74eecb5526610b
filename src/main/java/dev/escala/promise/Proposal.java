package dev.escala.promise;

import java.time.Instant;

import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;

/**
 * A date that was put to the customer, and what came of it.
 *
 * @param id our id; the customer's answer names it, so that an answer to a page of
 * yesterday does not agree to a date of today
 * @param promiseId the promise
 * @param preparedBy who estimated
 * @param preparedAt when
 * @param estimate what we estimated
 * @param margin what was added, and why
 * @param promisedAt the date that the customer reads
 * @param remindAt when the owner is reminded
 * @param other the date of the other option, or {@code null} where there is none
 * @param formerAt the agreed date that it would replace, or {@code null}
 * @param sentAt when it was sent, or {@code null} before
 * @param answer what came of it, or {@code null} while it is open
 */
public record Proposal(long id, long promiseId, UserId preparedBy, Instant preparedAt, Estimate estimate, Margin margin,
		Instant promisedAt, Instant remindAt, OtherDate other, Instant formerAt, Instant sentAt, Answer answer) {

	/** Whether the customer can still agree to it. */
	public boolean isOpen() {
		return this.sentAt != null && this.answer == null;
	}

	/**
	 * The other option in place of this one.
	 * @throws ConflictException where there is none with a date
	 */
	Proposal chosenOther() {
		Estimate chosen = this.estimate.other()
			.filter((option) -> this.other != null)
			.orElseThrow(() -> new ConflictException("Esta propuesta no tiene otra opción con fecha que elegir."));
		return new Proposal(this.id, this.promiseId, this.preparedBy, this.preparedAt, chosen, this.margin,
				this.other.promisedAt(), this.other.remindAt(), null, this.formerAt, this.sentAt, this.answer);
	}

	/**
	 * When the other option would be ready.
	 *
	 * @param promisedAt the date that the customer reads
	 * @param remindAt when the owner is reminded
	 */
	public record OtherDate(Instant promisedAt, Instant remindAt) {
	}

	/**
	 * What was added to the estimate (003-05).
	 *
	 * @param percent of the estimated working hours
	 * @param reason the annotation of the rule
	 */
	public record Margin(int percent, String reason) {
	}

	/**
	 * What came of a proposal.
	 *
	 * @param kind which answer
	 * @param at when
	 * @param by user id of who wrote it down, or {@code cliente} on the customer's page
	 * @param text in the customer's words, or {@code null}
	 * @param wishedAt the date that the customer would like, or {@code null}
	 */
	public record Answer(Kind kind, Instant at, UserId by, String text, Instant wishedAt) {

		/** The answers, and what else ends a proposal. */
		public enum Kind {

			ACCEPTED("el cliente aceptó"), ALTERNATIVE("el cliente eligió la otra opción"),
			DECLINED("el cliente no aceptó"), LAPSED("quedó sin efecto");

			private final String label;

			Kind(String label) {
				this.label = label;
			}

			/** The Spanish name. */
			public String label() {
				return this.label;
			}

		}

	}

}
