package dev.escala.purchase;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes each night the documents that {@code escala.purchases.keep} keeps no longer, by
 * whole months, and with them what was counted of them; each month in a transaction.
 */
@Component
class PurchaseRetention {

	private final PurchaseRetentionRepository repository;

	private final PurchaseBook book;

	private final PurchaseProperties properties;

	private final Clock clock;

	private final ZoneId zone;

	private final TransactionTemplate transaction;

	PurchaseRetention(PurchaseRetentionRepository repository, PurchaseBook book, PurchaseProperties properties,
			Clock clock, @Value("${escala.zone}") ZoneId zone, PlatformTransactionManager transactions) {
		this.repository = repository;
		this.book = book;
		this.properties = properties;
		this.clock = clock;
		this.zone = zone;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** On every node, as often as it likes. */
	@Scheduled(cron = "0 47 4 * * *")
	void sweep() {
		LocalDate before = LocalDate.ofInstant(this.clock.instant(), this.zone)
			.minus(this.properties.keep())
			.withDayOfMonth(1);
		boolean more = true;
		while (more) {
			more = Boolean.TRUE.equals(this.transaction.execute((status) -> {
				this.book.turn();
				return this.repository.removeMonthBefore(before);
			}));
		}
	}

}
