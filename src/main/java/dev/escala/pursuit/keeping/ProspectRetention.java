package dev.escala.pursuit.keeping;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.call.LeftAlone;
import dev.escala.pursuit.keeping.ProspectRetentionRepository.Ended;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
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
 * Removes each night the texts of those who said no so long ago that there is no reason
 * to keep them (GDPR, art. 5.1.e): each in a transaction of its own, so that a node that
 * dies goes on where it was, and one that cannot be emptied holds up no other. Whoever
 * asked not to be called stays known by digests.
 */
@Service
public class ProspectRetention {

	/** What stands where a text stood. */
	static final String GONE = "[suprimido: terminó su conservación]";

	private static final int CHUNK = 200;

	private static final Logger logger = LoggerFactory.getLogger(ProspectRetention.class);

	private final ProspectRetentionRepository repository;

	private final PursuitTextRepository texts;

	private final Pursuits pursuits;

	private final LeftAlone leftAlone;

	private final Decisions decisions;

	private final Timeline timeline;

	private final Clock clock;

	private final ZoneId zone;

	private final TransactionTemplate transaction;

	ProspectRetention(ProspectRetentionRepository repository, PursuitTextRepository texts, Pursuits pursuits,
			LeftAlone leftAlone, Decisions decisions, Timeline timeline, Clock clock,
			@Value("${escala.zone}") ZoneId zone, PlatformTransactionManager transactions) {
		this.repository = repository;
		this.texts = texts;
		this.pursuits = pursuits;
		this.leftAlone = leftAlone;
		this.decisions = decisions;
		this.timeline = timeline;
		this.clock = clock;
		this.zone = zone;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Looks through all that have ended; on every node, as often as it likes. */
	@Scheduled(cron = "0 17 4 * * *")
	public void sweep() {
		for (KeptOutcome outcome : KeptOutcome.values()) {
			Instant before = RetentionRule.of(this.decisions.consider("prospectRetention", inputs(outcome)))
				.before(this.clock.instant(), this.zone);
			Ended last = null;
			List<Ended> chunk;
			do {
				chunk = this.repository.list(outcome, before, last, CHUNK);
				chunk.forEach((ended) -> end(ended, outcome));
				last = chunk.isEmpty() ? null : chunk.get(chunk.size() - 1);
			}
			while (last != null);
		}
	}

	private void end(Ended ended, KeptOutcome outcome) {
		try {
			this.transaction.executeWithoutResult((status) -> this.repository.take(ended)
				.ifPresent((taken) -> empty(taken.number(), RetentionRule
					.of(this.decisions.decideIfAny(taken.number(), "prospectRetention", inputs(outcome))))));
		}
		catch (RuntimeException ex) {
			logger.error("The texts of {} are still there; the next night tries again.", ended.number(), ex);
		}
	}

	/** An opportunity goes with the prospect that it was: they are one history. */
	private void empty(CaseNumber number, RetentionRule rule) {
		Pursuit pursuit = this.pursuits.get(number);
		List<CaseNumber> numbers = Stream.of(number, pursuit.cameFrom()).filter(Objects::nonNull).toList();
		this.leftAlone.remember(pursuit);
		this.texts.empty(numbers, GONE);
		this.repository.emptied(numbers, this.clock.instant());
		this.repository.forgetProspect(pursuit.partyId(), GONE);
		numbers.forEach((one) -> this.timeline.add(one, UserId.SYSTEM, "Se suprimieron sus textos: " + rule.told()
				+ ". Quedan sus fechas, su motivo y lo que piden las cifras."));
	}

	private static Map<String, Object> inputs(KeptOutcome outcome) {
		return Map.of("pursuitOutcome", outcome);
	}

}
