package dev.escala.review;

import java.time.Instant;
import java.time.LocalDate;

import dev.escala.reference.UserId;

/**
 * A look at all customers.
 *
 * @param id our id
 * @param month first day of its month; it looks at what happened before
 * @param rehearsal whether it only tries a table and tells nobody
 * @param tableVersion version of the table {@code retentionSignal} in force when it began
 * @param editedName file of the edited table that it tried, or {@code null}
 * @param done whether it has ended
 * @param customers of whom anything is known: who bought within a year, or has a
 * complaint or a broken promise
 * @param flagged how many of them give a signal
 * @param littleHistory how many of them bought first less than four months ago: nothing
 * is guessed from their purchases
 * @param begunBy who began it
 * @param begunAt when
 * @param endedAt when it ended, or {@code null}
 */
public record Review(long id, LocalDate month, boolean rehearsal, int tableVersion, String editedName, boolean done,
		int customers, int flagged, int littleHistory, UserId begunBy, Instant begunAt, Instant endedAt) {

	/** How many of a hundred it flags, rounded. */
	public long share() {
		return (this.customers == 0) ? 0 : Math.round(100.0 * this.flagged / this.customers);
	}

	/** Whether a table would have everybody called, which is as good as nobody. */
	public boolean isEverybody() {
		return this.done && this.customers > 0 && this.flagged == this.customers;
	}

	/** Whether nobody has bought for long enough to be judged. */
	public boolean isTooEarly() {
		return this.done && this.customers > 0 && this.littleHistory == this.customers;
	}

}
