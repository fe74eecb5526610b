package dev.escala.clock.recalculation;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import dev.escala.clock.UnmeasurableException;
import dev.escala.reference.CaseNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out the recalculations that are wanted, one case in one transaction. Any number
 * of nodes may run it at once.
 */
@Component
public class RecalculationWorker {

	private static final Logger logger = LoggerFactory.getLogger(RecalculationWorker.class);

	/** So many cases at most in one run. */
	private static final int BATCH = 500;

	/** Waiting times after a failure that may pass by itself, such as a conflict. */
	private static final List<Duration> DELAYS = List.of(Duration.ofSeconds(2), Duration.ofSeconds(10),
			Duration.ofMinutes(1), Duration.ofMinutes(5));

	private final RecalculateMatter cases;

	private final Recalculations recalculations;

	private final TransactionTemplate transaction;

	RecalculationWorker(RecalculateMatter cases, Recalculations recalculations,
			PlatformTransactionManager transactions) {
		this.cases = cases;
		this.recalculations = recalculations;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Computes the waiting cases, each once.
	 * @return how many were tried
	 */
	public int run() {
		Set<CaseNumber> tried = new HashSet<>();
		while (tried.size() < BATCH && next(tried)) {
			// The next one.
		}
		return tried.size();
	}

	private boolean next(Set<CaseNumber> tried) {
		AtomicReference<WantedRecalculation> taken = new AtomicReference<>();
		try {
			return this.cases.next(tried, (wanted) -> {
				taken.set(wanted);
				tried.add(wanted.caseNumber());
			});
		}
		catch (RuntimeException ex) {
			// Rolled back: the case waits again, as before.
			if (taken.get() == null) {
				throw ex;
			}
			keep(taken.get(), ex);
			return true;
		}
	}

	private void keep(WantedRecalculation wanted, RuntimeException ex) {
		if (ex instanceof UnmeasurableException) {
			this.cases.failed(wanted, ex.getMessage());
		}
		else if (wanted.attempts() < DELAYS.size()) {
			logger.warn("{} could not be recalculated and is tried again", wanted.caseNumber(), ex);
			this.transaction
				.executeWithoutResult((status) -> this.recalculations.later(wanted, DELAYS.get(wanted.attempts())));
		}
		else {
			logger.error("{} could not be recalculated", wanted.caseNumber(), ex);
			this.cases.failed(wanted, "Un error interno (" + ex.getClass().getSimpleName()
					+ ") lo impide una y otra vez. Pida a administración que busque la causa en el registro de Escala.");
		}
	}

}
