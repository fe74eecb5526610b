package dev.escala.retention.loss;

import java.time.Instant;
import java.time.LocalDate;

import dev.escala.customer.Tier;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.retention.value.AtStake;

/**
 * A customer who was lost. Somebody who came back can be lost again.
 *
 * @param customerId the customer
 * @param customerName what it is called
 * @param tier its contract's level then
 * @param lostOn the day
 * @param number the case in which somebody tried to keep it, or {@code null}
 * @param letGo whether we let it go
 * @param cause code of the table of causes
 * @param worrying whether we could have done something
 * @param lesson what is learned of it
 * @param atStake what it costs
 * @param silent whether nobody of ours had a word with it in the ninety days before
 * @param ownerId who answered for it, or {@code null}
 * @param recordedBy who recorded it
 * @param recordedAt when
 * @param backOn day of the first purchase afterwards, or {@code null}
 */
public record LostCustomer(CustomerId customerId, String customerName, Tier tier, LocalDate lostOn, CaseNumber number,
		boolean letGo, String cause, boolean worrying, String lesson, AtStake atStake, boolean silent, UserId ownerId,
		UserId recordedBy, Instant recordedAt, LocalDate backOn) {

	/** Whether the customer bought again afterwards. */
	public boolean isBack() {
		return this.backOn != null;
	}

}
