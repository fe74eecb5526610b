package dev.escala.complaint.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.escala.complaint.regime.ComplaintLaw;
import dev.escala.complaint.retention.RetentionRepository.Ended;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.timeline.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes each night the texts and files of complaints that ended so long ago that nobody
 * has to prove anything by them: each in a transaction of its own, so that a node that
 * dies goes on where it was, and one that cannot be emptied holds up no other.
 */
@Service
public class ComplaintRetention {

	/** What stands where a text stood. */
	static final String GONE = "[suprimido: terminó su conservación]";

	private static final int CHUNK = 200;

	private static final Logger logger = LoggerFactory.getLogger(ComplaintRetention.class);

	private final RetentionRepository repository;

	private final ComplaintTextRepository texts;

	private final Decisions decisions;

	private final ComplaintLaw law;

	private final Timeline timeline;

	private final Clock clock;

	private final ZoneId zone;

	private final TransactionTemplate transaction;

	ComplaintRetention(RetentionRepository repository, ComplaintTextRepository texts, Decisions decisions,
			ComplaintLaw law, Timeline timeline, Clock clock, @Value("${escala.zone}") ZoneId zone,
			PlatformTransactionManager transactions) {
		this.repository = repository;
		this.texts = texts;
		this.decisions = decisions;
		this.law = law;
		this.timeline = timeline;
		this.clock = clock;
		this.zone = zone;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Looks through all that have ended; on every node, as often as it likes. */
	@Scheduled(cron = "0 7 4 * * *")
	public void sweep() {
		for (String country : this.repository.countries()) {
			Instant before = RetentionRule.of(this.decisions.consider("complaintRetention", inputs(country)))
				.before(this.clock.instant(), this.zone);
			Ended last = null;
			List<Ended> chunk;
			do {
				chunk = this.repository.list(country, before, last, CHUNK);
				chunk.forEach((ended) -> end(ended, country));
				last = chunk.isEmpty() ? null : chunk.get(chunk.size() - 1);
			}
			while (last != null);
		}
	}

	private void end(Ended ended, String country) {
		try {
			this.transaction.executeWithoutResult((status) -> this.repository.take(ended).ifPresent((taken) -> {
				Decision decided = this.decisions.decideIfAny(taken.number(), "complaintRetention", inputs(country));
				empty(taken.number(), RetentionRule.of(decided));
			}));
		}
		catch (RuntimeException ex) {
			logger.error("The texts of {} are still there; the next night tries again.", ended.number(), ex);
		}
	}

	private void empty(CaseNumber number, RetentionRule rule) {
		this.texts.empty(List.of(number), GONE);
		this.repository.emptied(number, this.clock.instant());
		this.repository.forgetComplainant(number, GONE);
		this.timeline.add(number, UserId.SYSTEM, "Se suprimieron sus textos y archivos: " + rule.told()
				+ ". Quedan sus fechas y lo que piden las cifras.");
	}

	private Map<String, Object> inputs(String country) {
		return Map.of("country", country.toUpperCase(Locale.ROOT), "sector", this.law.sector().name());
	}

}
