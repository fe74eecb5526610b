package dev.escala.retention.loss;

import java.time.LocalDate;
import java.util.List;

/**
 * The three questions (004-29): how many we lost in twelve months, why, and what it
 * costs; and how many come back (004-37).
 *
 * @param from the first day
 * @param to the day after the last one
 * @param buyers customers who bought anything in those months
 * @param total all of the losses
 * @param causes by cause, the most frequent first
 * @param segments by the contract's level
 * @param owners by who answered for them, the most losses first
 */
public record LossFigures(LocalDate from, LocalDate to, int buyers, LossLine total, List<LossLine> causes,
		List<LossLine> segments, List<LossLine> owners) {

	/** Losses for each hundred who buy, or {@code null} where nobody does. */
	public Integer percent() {
		int all = this.buyers + this.total.lost() - this.total.back();
		return (all <= 0) ? null : Math.round(100f * this.total.lost() / all);
	}

}
