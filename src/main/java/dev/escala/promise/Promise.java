package dev.escala.promise;

import java.time.Instant;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;

/**
 * A promise to a customer. It counts only from when the customer agrees (003-06); each
 * change of its status refuses a wrong source status and names both.
 *
 * @param id our id
 * @param caseNumber the case; of a spoken promise, the request
 * @param customerId the customer, or {@code null} where a spoken promise is to a prospect
 * @param partyName the name of the other side of a spoken promise, else {@code null}
 * @param content what is promised
 * @param status how far it got
 * @param openedBy who began it
 * @param openedAt when
 * @param expectation what the customer expects, or {@code null} before they were asked
 * @param askedBy who asked, or {@code null}
 * @param askedAt when, or {@code null}
 * @param promisedAt the date that the customer agreed to last, or {@code null} before
 * @param remindAt when the owner is reminded, or {@code null}
 * @param acceptedAt when the customer agreed to that date, or {@code null}
 * @param acceptedBy who wrote it down, or {@code cliente} on the customer's page
 * @param remindedAt when the owner was reminded of that date, or {@code null}
 * @param ownerId who answers for it since it was settled: the case's owner then; of a
 * spoken promise from the beginning
 * @param groupId the team, likewise
 * @param settledAt when it was kept, broken or withdrawn, or {@code null}
 * @param settledNote what was done, or why it was withdrawn, or {@code null}
 * @param apologyDueAt by when the customer hears our apology, or {@code null}
 * @param apologisedAt when they did, or {@code null}
 * @param spoken whether the other side accepted it by word, without a case (000-18)
 */
public record Promise(long id, CaseNumber caseNumber, CustomerId customerId, String partyName, String content,
		PromiseStatus status, UserId openedBy, Instant openedAt, Expectation expectation, UserId askedBy,
		Instant askedAt, Instant promisedAt, Instant remindAt, Instant acceptedAt, UserId acceptedBy,
		Instant remindedAt, UserId ownerId, String groupId, Instant settledAt, String settledNote, Instant apologyDueAt,
		Instant apologisedAt, boolean spoken) {

	/** Whether it is a promise to this customer. */
	public boolean isTo(CustomerId customer) {
		return customer.equals(this.customerId);
	}

	/**
	 * Whether a broken promise still waits for our apology (004-73); a spoken one has no
	 * case that could send it.
	 */
	public boolean owesApology() {
		return !this.spoken && this.status == PromiseStatus.BROKEN && this.apologisedAt == null;
	}

	/** Whether something has to happen before the case may be closed. */
	public boolean isPending() {
		return !this.status.isSettled() || owesApology();
	}

	/**
	 * The status after an action.
	 * @throws dev.escala.validation.ConflictException naming the status that it has and
	 * those that the action needs
	 */
	PromiseStatus after(PromiseAction action) {
		return action.from(this.status);
	}

}
