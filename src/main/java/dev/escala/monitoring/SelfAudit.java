package dev.escala.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs every {@link SelfCheck} and keeps what it finds. Any number of nodes may run it at
 * once: one does, the others go home.
 * <p>
 * What was found, that it was told, and the mails that tell it are one transaction. A
 * node that dies within leaves nothing of the three behind, and the next run finds and
 * tells all of it; after it, all three are there. So nothing is told twice or never.
 */
@Service
public class SelfAudit {

	/** As long as the engine keeps the history of a case. */
	private static final Duration RETENTION = Duration.ofDays(365);

	private static final Logger logger = LoggerFactory.getLogger(SelfAudit.class);

	private final Checks checks;

	private final FindingRepository repository;

	private final FindingNotice notice;

	private final Clock clock;

	private final TransactionTemplate transaction;

	@Autowired
	SelfAudit(Checks checks, FindingRepository repository, FindingNotice notice, Clock clock,
			PlatformTransactionManager transactions) {
		this.checks = checks;
		this.repository = repository;
		this.notice = notice;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Runs all checks once.
	 * @return what was found for the first time, or empty where another run is under way
	 */
	public Optional<List<Finding>> run() {
		Outcome outcome = this.transaction.execute((status) -> this.repository.lock() ? audit() : null);
		if (outcome == null) {
			return Optional.empty();
		}
		outcome.log();
		return Optional.of(outcome.found());
	}

	private Outcome audit() {
		List<Finding> found = new ArrayList<>();
		List<Checks.Result> results = this.checks.run();
		Instant now = this.clock.instant();
		for (Checks.Result result : results) {
			found.addAll(this.repository.keep(result.kind(), result.troubles(), now));
			if (result.complete()) {
				this.repository.closeAllBut(result.kind(),
						result.troubles().stream().map(SelfCheck.Trouble::subject).toList(), now);
			}
		}
		Map<String, String> kinds = this.checks.kinds();
		this.repository.closeOtherKinds(kinds.keySet(), now);
		this.repository.forget(RETENTION, now);
		// Also what nobody could be told before, because nobody had an address.
		List<Finding> untold = this.repository.untold();
		boolean told = untold.isEmpty() || this.notice.tell(untold, kinds);
		if (told && !untold.isEmpty()) {
			this.repository.told(untold, now);
		}
		return new Outcome(found, told, failures(results));
	}

	private static Map<String, RuntimeException> failures(List<Checks.Result> results) {
		return results.stream()
			.filter((result) -> result.failure().isPresent())
			.collect(Collectors.toMap(Checks.Result::kind, (result) -> result.failure().orElseThrow()));
	}

	/** What a run brought, for the log: once for each finding, after it is certain. */
	private record Outcome(List<Finding> found, boolean told, Map<String, RuntimeException> failures) {

		void log() {
			Function<Finding, RuntimeException> cause = (finding) -> finding.kind().equals(Checks.NOT_RUN)
					? this.failures.get(finding.subject()) : null;
			this.found.forEach((finding) -> logger.warn("Found {} ({}): {}", finding.kind(), finding.subject(),
					finding.text(), cause.apply(finding)));
			if (!this.told && !this.found.isEmpty()) {
				logger.error("Nobody was told of {} new findings: no supervisor and no manager has an e-mail address.",
						this.found.size());
			}
		}

	}

}
