package dev.escala.complaint.retention;

import java.time.Instant;
import java.time.ZoneId;

import dev.escala.complaint.regime.Certainty;
import dev.escala.routing.Decision;

/**
 * How long complaints are kept: a row of the table {@code complaintRetention}.
 *
 * @param months from their end
 * @param norm what says so, in Spanish
 * @param certainty how surely
 */
record RetentionRule(int months, String norm, Certainty certainty) {

	/**
	 * What counts where the table has no row: no text is kept for ever for want of one.
	 */
	static final RetentionRule OWN = new RetentionRule(60, "Compromiso propio de la organización", Certainty.N);

	static RetentionRule of(Decision answer) {
		return answer.matches().isEmpty() ? OWN : new RetentionRule(answer.number("months"), answer.text("norm"),
				Certainty.valueOf(answer.text("certainty")));
	}

	/** What ended before that instant is kept no longer. */
	Instant before(Instant now, ZoneId zone) {
		return now.atZone(zone).minusMonths(this.months).toInstant();
	}

	/** The beginning of "…: se suprimieron". */
	String told() {
		return "se conservan " + this.months + " meses desde que termina (" + this.norm + ")";
	}

}
