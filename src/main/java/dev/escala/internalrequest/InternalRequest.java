package dev.escala.internalrequest;

import java.time.Instant;

import dev.escala.policy.Mode;
import dev.escala.policy.Topic;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Shortening;

/**
 * A request inside the house, as it stands now. All times are absolute; deadlines were
 * computed in working time by the calendar of the group that answers.
 *
 * @param number for example {@code SOL-2026-000123}
 * @param status how far it got
 * @param question what was asked, in its five parts (000-20)
 * @param requestedBy user id of who asks
 * @param fromGroup the department that asks
 * @param requestedAt when
 * @param mode what the policy says: before answering, before committing, or afterwards
 * @param topic what it is about
 * @param senior whether somebody of higher rank evaluates it
 * @param caution whether haste or an odd feeling warns the one who answers
 * @param groupId the group that answers
 * @param groupReason why that group, in Spanish
 * @param level 1, or the level that it reached by being overdue
 * @param acknowledgeDue by when somebody says that they have it (000-27), or {@code null}
 * where nobody waits
 * @param warnAt when the one who has it is reminded, or {@code null}
 * @param answerDue by when it is answered (000-28), also a later date that was given
 * (000-29), or {@code null}
 * @param nextLevelAt when it goes up the next time, or {@code null}
 * @param acknowledgedAt when somebody took it, or {@code null}
 * @param ownerId who has it, or {@code null}
 * @param answeredAt when it was answered, or {@code null}
 * @param decisionNumber the decision in the log, or {@code null}
 * @param workedTogether whether both departments worked on it, which is talked about
 * afterwards (004-80)
 */
public record InternalRequest(CaseNumber number, RequestStatus status, Question question, UserId requestedBy,
		String fromGroup, Instant requestedAt, Mode mode, Topic topic, boolean senior, boolean caution, String groupId,
		String groupReason, int level, Instant acknowledgeDue, Instant warnAt, Instant answerDue, Instant nextLevelAt,
		Instant acknowledgedAt, UserId ownerId, Instant answeredAt, RulingNumber decisionNumber,
		boolean workedTogether) {

	/** The level above which there is none. */
	public static final int TOP_LEVEL = 3;

	/** When somebody looks after the answer next: the reminder, then the deadline. */
	public Instant nextCheck(Instant now) {
		return (this.warnAt != null && this.warnAt.isAfter(now)) ? this.warnAt : this.nextLevelAt;
	}

	/** Whether we would answer only after the customer's own date (000-22). */
	public boolean isLateForCustomer() {
		return this.answerDue != null && this.question.customerDate() != null
				&& this.answerDue.isAfter(this.question.customerDate());
	}

	/** Whether we would answer only after the person needs it. */
	public boolean isLateForRequester() {
		return this.answerDue != null && this.question.neededBy() != null
				&& this.answerDue.isAfter(this.question.neededBy());
	}

	/** Whether the other department is rated afterwards (004-77). */
	public boolean isRated() {
		return this.question.kind().isRated() && !this.fromGroup.equals(this.groupId);
	}

	/** One line of it, for lists and mails. */
	public String subject() {
		String text = this.question.request().lines().findFirst().orElse("").strip();
		return Shortening.withEllipsis(text, 120);
	}

	/**
	 * The status after an action.
	 * @throws dev.escala.validation.ConflictException naming the status that it has and
	 * those that the action needs
	 */
	RequestStatus after(RequestAction action) {
		return action.from(this.status);
	}

}
