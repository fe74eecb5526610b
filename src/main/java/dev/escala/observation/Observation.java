package dev.escala.observation;

import java.time.Instant;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;

/**
 * The time after the end of a matter in which what comes back reopens it.
 *
 * @param id our id
 * @param caseNumber the matter
 * @param customerId its customer, or {@code null}
 * @param until when the customer is asked whether it is over
 * @param answerDays so many working days are waited for the answer
 * @param askedAt when the customer was asked, or {@code null}
 * @param answerUntil until when the answer is awaited, or {@code null}
 * @param ending how it ended, or {@code null} while it lasts
 */
public record Observation(long id, CaseNumber caseNumber, CustomerId customerId, Instant until, int answerDays,
		Instant askedAt, Instant answerUntil, Ending ending) {

	/** The step of the message that asks, with a dash and the id behind it. */
	static final String STEP = "observed-";

	public boolean isOpen() {
		return this.ending == null;
	}

	/** Whether the customer was asked and has not answered. */
	public boolean isAsked() {
		return isOpen() && this.askedAt != null;
	}

	/** The last day on which it can still be open, as far as is known now. */
	public Instant last() {
		return (this.answerUntil == null) ? this.until : this.answerUntil;
	}

	/** How an observation ended. */
	public enum Ending {

		/** The customer agrees that it is over. */
		AGREED,
		/** The customer was asked and said nothing. */
		UNANSWERED,
		/** It came back. */
		REOPENED

	}

}
