package dev.escala.pursuit.keeping;

import java.time.Instant;
import java.time.ZoneId;

import dev.escala.routing.Decision;

/**
 * How long whoever said no is kept: a row of the table {@code prospectRetention}.
 *
 * @param months from the end
 * @param norm what says so, in Spanish
 */
record RetentionRule(int months, String norm) {

	/**
	 * What counts where the table has no row: nobody is kept for ever for want of one.
	 */
	static final RetentionRule OWN = new RetentionRule(12, "Compromiso propio de la organización");

	static RetentionRule of(Decision answer) {
		return answer.matches().isEmpty() ? OWN : new RetentionRule(answer.number("months"), answer.text("norm"));
	}

	/** What ended before that instant is kept no longer. */
	Instant before(Instant now, ZoneId zone) {
		return now.atZone(zone).minusMonths(this.months).toInstant();
	}

	/** The middle of "Se suprimieron sus textos: …". */
	String told() {
		return "se conservan " + ((this.months == 1) ? "un mes" : this.months + " meses") + " desde que termina ("
				+ this.norm + ")";
	}

}
