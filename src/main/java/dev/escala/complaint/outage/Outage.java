package dev.escala.complaint.outage;

import java.time.Instant;

import dev.escala.customer.Product;
import dev.escala.reference.UserId;

/**
 * A fault that affects many customers at once.
 *
 * @param id our id
 * @param service what does not work
 * @param area where, as people say it
 * @param region code of the region, or {@code null} for the whole country
 * @param product which product fails, or {@code null} where it is not one alone
 * @param since since when
 * @param cause why, or {@code null} while nobody knows
 * @param restorationAt when it should work again, or {@code null} while nobody knows
 * @param registeredBy who wrote it down
 * @param endedAt when it worked again, or {@code null}
 * @param version counts the changes
 */
public record Outage(long id, String service, String area, String region, Product product, Instant since, String cause,
		Instant restorationAt, UserId registeredBy, Instant endedAt, int version) {

	/** Whether it goes on. */
	public boolean isOpen() {
		return this.endedAt == null;
	}

}
