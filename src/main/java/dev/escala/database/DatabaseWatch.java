package dev.escala.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Knows whether the database answers. Everybody notices at the same moment when it does
 * not; the log says so once, and once that it is back. A fact of this node alone: another
 * one may still reach the database.
 */
@Component
public class DatabaseWatch {

	/** When to come again, in seconds: what {@code Retry-After} says. */
	public static final int RETRY_AFTER = 5;

	private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);

	private static final Duration BETWEEN_WARNINGS = Duration.ofSeconds(30);

	private final DataSource database;

	private final Clock clock;

	private final AtomicReference<Instant> awaySince = new AtomicReference<>();

	private final AtomicReference<Instant> backSince = new AtomicReference<>(Instant.EPOCH);

	private final AtomicReference<Instant> warned = new AtomicReference<>(Instant.EPOCH);

	DatabaseWatch(DataSource database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * Whether this went wrong because the database is away or has no connection to spare:
	 * then whoever asked may ask again. Notes that it is away.
	 */
	public boolean isCauseOf(Throwable thrown) {
		if (Outage.isIn(thrown)) {
			went(thrown);
			return true;
		}
		if (!Outage.isWaitInVain(thrown)) {
			return false;
		}
		if (this.awaySince.get() == null) {
			busy(thrown);
		}
		return true;
	}

	private void went(Throwable thrown) {
		if (this.awaySince.compareAndSet(null, this.clock.instant())) {
			log.error("The database is away ({}). Requests are answered with 503 until it is back.",
					Outage.reason(thrown));
		}
	}

	private void busy(Throwable thrown) {
		Instant last = this.warned.get();
		Instant now = this.clock.instant();
		// Whoever began to wait while it was away may give up when it is back.
		if (now.isBefore(this.backSince.get().plusSeconds(RETRY_AFTER))) {
			return;
		}
		if (!now.isBefore(last.plus(BETWEEN_WARNINGS)) && this.warned.compareAndSet(last, now)) {
			log.warn("No database connection became free in time ({}). The requests concerned are answered with 503.",
					Outage.reason(thrown));
		}
	}

	/** Looks whether it is back. */
	@Scheduled(fixedDelay = 1000)
	void look() {
		Instant since = this.awaySince.get();
		if (since == null) {
			return;
		}
		try (Connection connection = this.database.getConnection()) {
			if (connection.isValid(RETRY_AFTER)) {
				Instant now = this.clock.instant();
				this.backSince.set(now);
				this.awaySince.set(null);
				log.info("The database is back after {} s.", Duration.between(since, now).toSeconds());
			}
		}
		catch (SQLException ex) {
			log.debug("The database is still away", ex);
		}
	}

}
