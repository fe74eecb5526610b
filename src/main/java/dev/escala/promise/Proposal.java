package dev.escala.promise;

import java.time.Instant;

import dev.escala.reference.UserId;

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
 * @param formerAt the agreed date that it would replace, or {@code null}
 * @param sentAt when it was sent, or {@code null} before
 * @param answer what came of it, or {@code null} while it is open
 */
public record Proposal(long id, long promiseId, UserId preparedBy, Instant preparedAt, Estimate estimate, Margin margin,
		Instant promisedAt, Instant remindAt, Instant formerAt, Instant sentAt, Answer answer) {

	/** Whether the customer can still agree to it. */
	public boolean isOpen() {
		return this.sentAt != null && this.answer == null;
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

			ACCEPTED("el cliente aceptó"), DECLINED("el cliente no aceptó"), LAPSED("quedó sin efecto");

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
