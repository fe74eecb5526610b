package dev.escala.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

import dev.escala.matter.Matter;
import dev.escala.matter.MatterAction;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.retention.value.AtStake;
import dev.escala.text.Sentences;
import dev.escala.validation.ConflictException;

/**
 * A customer who seems to be leaving, as it stands now.
 *
 * @param number for example {@code RET-2026-000001}
 * @param customerId the customer
 * @param customerName what it is called
 * @param subject the first reason, in a line
 * @param state where it stands
 * @param groupId the group that works it
 * @param ownerId who answers for it, or {@code null}
 * @param dueAt by when the next step is done, or when waiting ends
 * @param watchedFrom purchases of this day or later prove that they are back
 * @param cause why they leave, a code of the table of causes, or {@code null}
 * @param atStake what losing them costs
 * @param silent whether nobody had a word with them in the ninety days before
 * @param openedBy who opened it
 * @param openedAt when
 * @param endedAt when it was over, or {@code null}
 */
public record RetentionCase(CaseNumber number, CustomerId customerId, String customerName, String subject,
		RetentionState state, String groupId, UserId ownerId, Instant dueAt, LocalDate watchedFrom, String cause,
		AtStake atStake, boolean silent, UserId openedBy, Instant openedAt, Instant endedAt) {

	/** What its numbers begin with. */
	public static final String PREFIX = "RET-";

	static final String MATTER_KIND = "retention";

	/** Whether anything is still to be done. */
	public boolean isOpen() {
		return !this.state.isFinal();
	}

	/**
	 * Refuses what is not done in the state in which it is.
	 * @param what the end of "no se puede…"
	 * @throws ConflictException naming both
	 */
	void require(RetentionState wanted, String what) {
		if (this.state != wanted) {
			throw new ConflictException("No se puede " + what + ": " + this.number + " está «"
					+ Sentences.within(this.state.label()) + "».");
		}
	}

	/** It as the rooms see it that work on any matter. */
	Matter asMatter() {
		return new Matter(this.number, MATTER_KIND, this.subject, this.customerName, this.customerId, Severity.LOW,
				this.groupId, this.ownerId, this.openedAt, isOpen(),
				isOpen() ? "está «" + Sentences.within(this.state.label()) + "»"
						: "ya terminó (" + Sentences.within(this.state.label()) + ")",
				isOpen() ? Set.of(MatterAction.REASSIGN, MatterAction.PROMISE, MatterAction.WRITE) : Set.of());
	}

}
