package dev.escala.complaint.outage;

import java.time.Instant;

import dev.escala.reference.UserId;

/**
 * What all customers of a mass fault were told.
 *
 * @param id our id
 * @param outageId the fault
 * @param text the text
 * @param cause the cause as it was known then
 * @param restorationAt when it should work again, as it was known then
 * @param writtenBy who wrote it
 * @param writtenAt when
 */
public record OutageText(long id, long outageId, String text, String cause, Instant restorationAt, UserId writtenBy,
		Instant writtenAt) {

	boolean says(String other, Outage outage) {
		return this.text.equals(other) && this.cause.equals(outage.cause())
				&& this.restorationAt.equals(outage.restorationAt());
	}

}
