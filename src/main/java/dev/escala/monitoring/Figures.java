package dev.escala.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import dev.escala.engine.StuckWorkRepository;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * The figures that health and metrics show, read beforehand: who asks for them waits for
 * no database, least of all for one that is down.
 */
@Component
class Figures {

	/** Older than this says nothing any more. */
	private static final Duration FRESH = Duration.ofMinutes(2);

	private static final Logger logger = LoggerFactory.getLogger(Figures.class);

	private final StuckWorkRepository work;

	private final FindingRepository findings;

	private final Outbox outbox;

	private final Clock clock;

	private volatile Reading last;

	Figures(StuckWorkRepository work, FindingRepository findings, Outbox outbox, Clock clock) {
		this.work = work;
		this.findings = findings;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** Reads the figures; where that fails there are none until the next time. */
	void refresh() {
		try {
			Instant now = this.clock.instant();
			this.last = new Reading(now, this.work.jobs(now, Duration.ZERO), this.findings.openByKind(),
					this.outbox.unsent());
		}
		catch (RuntimeException ex) {
			if (this.last != null) {
				logger.warn("The figures for health and metrics cannot be read", ex);
			}
			this.last = null;
		}
	}

	/** The figures of now, or empty where nobody knows them. */
	Optional<Reading> current() {
		return Optional.ofNullable(this.last)
			.filter((reading) -> reading.at().plus(FRESH).isAfter(this.clock.instant()));
	}

	/** Seconds since the oldest waiting job was due, now; 0 where none waits. */
	double oldestDueSeconds(Reading reading) {
		Instant oldest = reading.jobs().oldest();
		return (oldest == null) ? 0 : Math.max(0, Duration.between(oldest, this.clock.instant()).toMillis() / 1000.0);
	}

	/**
	 * What was read at one time.
	 *
	 * @param findings open findings by kind, without the kinds of which there are none
	 * @param unsent messages that were not sent, by state
	 */
	record Reading(Instant at, StuckWorkRepository.Jobs jobs, Map<String, Long> findings,
			Map<OutboxMessage.Status, Long> unsent) {

		long findings(String kind) {
			return this.findings.getOrDefault(kind, 0L);
		}

		long unsent(OutboxMessage.Status... states) {
			long sum = 0;
			for (OutboxMessage.Status state : states) {
				sum += this.unsent.getOrDefault(state, 0L);
			}
			return sum;
		}

	}

}
