package dev.escala.contact;

import java.time.Instant;

import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;

/**
 * One point of what a customer said (003-10). A question or a wish waits for its answer;
 * a statement is acknowledged, unless somebody answers it (003-11).
 *
 * @param id our id
 * @param contactedAt when the customer said it
 * @param customerId who said it, or {@code null} where nobody knows
 * @param text what was said
 * @param question whether it must be answered
 * @param quotable whether the words are the customer's own, or were written for them
 * @param answer what the customer will read, or {@code null}
 * @param noAnswerReason why it needs no answer, or {@code null}: for colleagues
 * @param decidedBy who answered or dropped it, or {@code null}
 * @param version counts the decisions, so that nobody overwrites what they did not see
 */
public record ContactPoint(long id, Instant contactedAt, CustomerId customerId, String text, boolean question,
		boolean quotable, String answer, String noAnswerReason, UserId decidedBy, int version) {

	/** Longest answer, in characters. */
	public static final int LONGEST_ANSWER = 1500;

	/** Whether the reply has to wait for it. */
	public boolean isOpen() {
		return this.question && !isDecided();
	}

	/** Whether somebody has answered or dropped it. */
	public boolean isDecided() {
		return this.answer != null || this.noAnswerReason != null;
	}

}
