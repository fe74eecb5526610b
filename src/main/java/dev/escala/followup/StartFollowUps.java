package dev.escala.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import dev.escala.followup.persistence.FollowUpRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins the calls of the day, each in a transaction of its own: of two nodes one begins
 * it, and one that dies leaves it planned.
 */
@Service
public class StartFollowUps {

	private static final int CHUNK = 200;

	private static final Logger logger = LoggerFactory.getLogger(StartFollowUps.class);

	private final FollowUpRepository repository;

	private final FollowUpFlow flow;

	private final Clock clock;

	private final ZoneId zone;

	private final TransactionTemplate transaction;

	StartFollowUps(FollowUpRepository repository, FollowUpFlow flow, Clock clock, @Value("${escala.zone}") ZoneId zone,
			PlatformTransactionManager transactions) {
		this.repository = repository;
		this.flow = flow;
		this.clock = clock;
		this.zone = zone;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Begins what is due before the day is over; as often as one likes. */
	public void run() {
		Instant endOfDay = LocalDate.now(this.clock.withZone(this.zone))
			.plusDays(1)
			.atStartOfDay(this.zone)
			.toInstant();
		this.repository.due(endOfDay, CHUNK).forEach(this::start);
	}

	private void start(long id) {
		try {
			this.transaction.executeWithoutResult((status) -> this.repository.begin(id).ifPresent(this.flow::start));
		}
		catch (RuntimeException ex) {
			logger.error("The call {} could not begin; the next round tries again.", id, ex);
		}
	}

}
