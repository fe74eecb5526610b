package dev.escala.clock.recalculation;

import java.util.List;

import dev.escala.reference.CaseNumber;

/**
 * A case whose deadlines have to be computed again, with everything that was asked for it
 * so far.
 *
 * @param caseNumber the case
 * @param reason what changed, in Spanish
 * @param attempts how often it was tried and failed for a reason that may pass
 * @param failedBefore whether it waits for a supervisor
 * @param rows the rows that ask for it
 */
public record WantedRecalculation(CaseNumber caseNumber, String reason, int attempts, boolean failedBefore,
		List<Long> rows) {
}
