package dev.escala.retention;

import dev.escala.retention.RetentionCaseRepository.Proof;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks each morning which of the customers who were called have bought again (004-34);
 * each ends in a transaction of its own.
 */
@Component
class NextPurchases {

	private static final Logger logger = LoggerFactory.getLogger(NextPurchases.class);

	private final RetentionCaseRepository repository;

	private final RetentionWork work;

	private final TransactionTemplate transaction;

	NextPurchases(RetentionCaseRepository repository, RetentionWork work, PlatformTransactionManager transactions) {
		this.repository = repository;
		this.work = work;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** On every node, as often as it likes. */
	@Scheduled(cron = "0 23 5 * * *")
	void look() {
		this.repository.proven().forEach(this::end);
	}

	private void end(Proof proof) {
		try {
			this.transaction.executeWithoutResult((status) -> this.work.bought(proof));
		}
		catch (RuntimeException ex) {
			// Rolled back: tomorrow tries again, and the others do not wait.
			logger.warn("{} could not end although they bought", proof.number(), ex);
		}
	}

}
