package dev.escala.monitoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.database.TransactionTimes;
import dev.escala.monitoring.SelfCheck.Trouble;
import dev.escala.text.Shortening;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the checks; one that fails is trouble too and does not stop the others. */
@Component
class Checks {

	/** The kind of a check that could not be run. */
	static final String NOT_RUN = "self-check";

	/**
	 * Lets the database wait for a transaction that waits for a check, longer than it
	 * waits for others. Not for ever: a check may hang outside of it. A node that
	 * vanished does not hold the lock that long, because its connection is found dead.
	 */
	static final Duration MAY_BE_SILENT = Duration.ofMinutes(15);

	private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(30);

	/** More of one kind at once is one sentence more, not one finding more each. */
	private static final int MOST_TROUBLES = 1000;

	/** Longer than an index entry of PostgreSQL may be is no good name. */
	private static final int LONGEST_SUBJECT = 500;

	private static final int LONGEST_TEXT = 4000;

	private static final Logger logger = LoggerFactory.getLogger(Checks.class);

	private final Map<String, SelfCheck> checks = new LinkedHashMap<>();

	private final TransactionTimes times;

	private final TransactionTemplate readOnly;

	Checks(List<SelfCheck> checks, TransactionTimes times, PlatformTransactionManager transactions) {
		for (SelfCheck check : checks) {
			String kind = check.kind();
			if (!kind.matches("[a-z]+(-[a-z]+)*") || kind.equals(NOT_RUN)) {
				throw new IllegalStateException("Not the kind of a check: " + kind);
			}
			if (this.checks.put(kind, check) != null) {
				throw new IllegalStateException("Two checks are called " + kind);
			}
		}
		this.times = times;
		this.readOnly = new TransactionTemplate(transactions);
		this.readOnly.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.readOnly.setReadOnly(true);
	}

	/** Everything that can be wrong, each kind with a Spanish sentence. */
	Map<String, String> kinds() {
		Map<String, String> kinds = new LinkedHashMap<>();
		this.checks.forEach((kind, check) -> kinds.put(kind, check.description()));
		kinds.put(NOT_RUN, "Comprobaciones que Escala no puede hacer");
		return kinds;
	}

	/** The page on which somebody goes on, or {@code null}. */
	String page(String kind, String subject) {
		SelfCheck check = this.checks.get(kind);
		return (check == null) ? null : check.page(subject);
	}

	/** Runs every check, one after the other, each in a transaction of its own. */
	List<Result> run() {
		List<Result> results = new ArrayList<>();
		List<Trouble> notRun = new ArrayList<>();
		this.checks.forEach((kind, check) -> {
			Result result = run(kind, check);
			result.failure().map((failure) -> notRun(check, failure)).ifPresent(notRun::add);
			results.add(result);
		});
		results.add(new Result(NOT_RUN, notRun, true, Optional.empty()));
		return results;
	}

	private Result run(String kind, SelfCheck check) {
		try {
			List<Trouble> all = this.readOnly.execute((status) -> {
				this.times.limitStatements(LONGEST_STATEMENT);
				// A check may ask on other connections, or not the database at all.
				this.times.allowSilence(MAY_BE_SILENT);
				return List.copyOf(check.find());
			});
			Map<String, Trouble> troubles = new LinkedHashMap<>();
			all.stream().map(Checks::storable).forEach((trouble) -> troubles.putIfAbsent(trouble.subject(), trouble));
			return new Result(kind, troubles.values().stream().limit(MOST_TROUBLES).toList(),
					troubles.size() <= MOST_TROUBLES, Optional.empty());
		}
		catch (RuntimeException ex) {
			logger.debug("The check {} could not be run", kind, ex);
			return new Result(kind, List.of(), false, Optional.of(ex));
		}
	}

	private static Trouble notRun(SelfCheck check, RuntimeException failure) {
		return new Trouble(check.kind(), "La comprobación «" + check.description() + "» no se pudo ejecutar ("
				+ failure.getClass().getSimpleName()
				+ "). Hasta que se corrija, nadie vigila eso: pida a administración que busque la causa en el registro "
				+ "de Escala.");
	}

	/** One line of what PostgreSQL can keep. */
	private static Trouble storable(Trouble trouble) {
		String subject = line(trouble.subject());
		if (subject.length() > LONGEST_SUBJECT) {
			subject = Shortening.beginning(subject, LONGEST_SUBJECT) + " " + Integer.toHexString(subject.hashCode());
		}
		return new Trouble(subject, Shortening.beginning(line(trouble.text()), LONGEST_TEXT));
	}

	private static String line(String text) {
		StringBuilder line = new StringBuilder(text.length());
		text.codePoints()
			.filter((c) -> Character.getType(c) != Character.SURROGATE)
			.map((c) -> (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') ? ' ' : c)
			.forEach(line::appendCodePoint);
		return line.toString().strip();
	}

	/**
	 * What one check saw.
	 *
	 * @param troubles each subject once
	 * @param complete whether that was everything, so that what is missing is gone
	 * @param failure why it could not be run
	 */
	record Result(String kind, List<Trouble> troubles, boolean complete, Optional<RuntimeException> failure) {
	}

}
