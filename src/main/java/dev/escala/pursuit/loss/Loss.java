package dev.escala.pursuit.loss;

import java.time.Instant;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * A loss.
 *
 * @param number the prospect or opportunity
 * @param said why it was lost
 * @param by who wrote it down
 * @param at when it was lost
 * @param analysis what the analysis found, or {@code null} while there is none
 */
public record Loss(CaseNumber number, SaidLoss said, UserId by, Instant at, Analysis analysis) {

	/**
	 * A light root-cause analysis (002-17).
	 *
	 * @param cause why our proposal was weak
	 * @param change what changes
	 * @param at when it was written
	 */
	public record Analysis(String cause, String change, Instant at) {
	}

}
