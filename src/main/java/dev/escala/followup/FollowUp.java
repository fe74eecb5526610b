package dev.escala.followup;

import java.time.Instant;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;

/**
 * A call to ask how it goes.
 *
 * @param id our id
 * @param kind after what
 * @param source the number of what ended
 * @param caseNumber the same where it is a matter, else {@code null}
 * @param customerId whom it is about
 * @param customerName the name when it was planned
 * @param state how far it got
 * @param reason why it is made, or why not
 * @param plan who calls, how, and how often
 * @param happenedAt when it ended
 * @param dueAt by when they are called
 * @param attempts how often nobody answered
 * @param nextAt when the next try is due, or {@code null}
 * @param endedAt when it was over, or {@code null}
 * @param calledBy who spoke with them, or {@code null}
 * @param answers what they answered; empty before
 * @param complaint the complaint that came of it, or {@code null}
 */
public record FollowUp(long id, FollowUpKind kind, String source, CaseNumber caseNumber, CustomerId customerId,
		String customerName, FollowUpState state, String reason, Plan plan, Instant happenedAt, Instant dueAt,
		int attempts, Instant nextAt, Instant endedAt, UserId calledBy, Answers answers, CaseNumber complaint) {

	/**
	 * How they are called, as the table said when it was planned.
	 *
	 * @param caller who
	 * @param channel by which way
	 * @param attempts how many tries there are at most
	 * @param retry how long one waits in between, ISO 8601
	 * @param retryCounting how that counts
	 */
	public record Plan(FollowUpCaller caller, FollowUpChannel channel, int attempts, String retry,
			String retryCounting) {
	}

	/**
	 * What they answered; {@code null} where they were not asked.
	 *
	 * @param right whether it is right
	 * @param wanted whether it does what they wanted (004-57)
	 * @param trouble what is wrong
	 * @param advice what they advise us (004-71)
	 * @param question what they ask us
	 * @param answer what a colleague answered
	 * @param recommends whether they would recommend us (004-21)
	 * @param recommendedTo to whom, with their consent
	 * @param club whether they want to be in the club (004-70)
	 * @param note what else they said
	 */
	public record Answers(Boolean right, Boolean wanted, String trouble, String advice, String question, String answer,
			Boolean recommends, String recommendedTo, Boolean club, String note) {
	}

}
