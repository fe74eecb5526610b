package dev.escala.complaint.regime;

import java.time.LocalDate;
import java.util.Map;

import dev.escala.routing.Decision;

/**
 * One term that a norm sets, as a row of the table {@code complaintDeadlines} describes
 * it.
 *
 * @param code the code of the term, for example {@code ES-G}
 * @param rank which goes first: 1 the norm of the sector, 2 a general one, 9 the
 * organisation's own
 * @param within ISO 8601: {@code PT2H}, {@code P15D} or {@code P1M}
 * @param unit what is counted
 * @param startsAt from when
 * @param cureDays how many days the customer has at least to add what is missing; 0 where
 * the norm says nothing
 * @param cureUnit what those days are, or {@code null} where the norm says nothing
 * @param cureEffect what becomes of the term meanwhile
 * @param longestMonths months in all, from the presentation, to which a reasoned holding
 * letter may stretch it; 0 where it may not
 * @param atExpiry what it means that it passed
 * @param norm the norm, in Spanish
 * @param certainty how we know
 * @param validFrom the first date of presentation for which this wording counts
 * @param validTo the last one
 * @param enforceableFrom from when it can be enforced; before, it is kept out of prudence
 * @param applies why it applies, in Spanish: the row of {@code complaintRegime}
 * @param says what it says, in Spanish: its row
 */
public record LegalTerm(String code, int rank, String within, TermUnit unit, TermStart startsAt, int cureDays,
		TermUnit cureUnit, CureEffect cureEffect, int longestMonths, AtExpiry atExpiry, String norm,
		Certainty certainty, LocalDate validFrom, LocalDate validTo, LocalDate enforceableFrom, String applies,
		String says) {

	/** The code of the organisation's own term. */
	/** Code of what no norm says, only the organisation. */
	public static final String OWN = "OWN";

	/**
	 * Reads the two rows.
	 * @param regime of {@code complaintRegime}
	 * @param term of {@code complaintDeadlines}
	 */
	static LegalTerm of(Decision.Match regime, Decision.Match term) {
		Map<String, Object> cells = term.outputs();
		String cureUnit = text(cells, "cureCounting");
		return new LegalTerm(text(regime.outputs(), "code"), number(regime.outputs(), "rank"), text(cells, "within"),
				TermUnit.valueOf(text(cells, "counting")), TermStart.valueOf(text(cells, "startsAt")),
				number(cells, "cureDays"), cureUnit.equals("NONE") ? null : TermUnit.valueOf(cureUnit),
				CureEffect.valueOf(text(cells, "cureEffect")), number(cells, "longestMonths"),
				AtExpiry.valueOf(text(cells, "atExpiry")), text(cells, "norm"),
				Certainty.valueOf(text(cells, "certainty")), date(cells, "validFrom"), date(cells, "validTo"),
				date(cells, "enforceableFrom"), regime.reason(), term.reason());
	}

	/**
	 * What counts where the tables describe no term at all, because a complaint is never
	 * refused for want of a row.
	 */
	static LegalTerm unwritten() {
		return new LegalTerm(OWN, 9, "P15D", TermUnit.WORKING_DAYS, TermStart.PRESENTATION, 10, TermUnit.WORKING_DAYS,
				CureEffect.RESTART, 0, AtExpiry.OWN, "Compromiso propio de la organización", Certainty.N, LocalDate.MIN,
				LocalDate.MAX, LocalDate.MIN, "Las tablas no dicen ningún plazo para esta reclamación",
				"Quince días laborables, mientras nadie escriba otro en la tabla");
	}

	/** Whether this wording counts for what was presented on that date. */
	boolean isValidOn(LocalDate presented) {
		return !presented.isBefore(this.validFrom) && !presented.isAfter(this.validTo);
	}

	/** Whether no norm says it, only the organisation. */
	public boolean isOwn() {
		return this.code.equals(OWN);
	}

	private static String text(Map<String, Object> cells, String name) {
		return (String) cells.get(name);
	}

	private static int number(Map<String, Object> cells, String name) {
		return ((Number) cells.get(name)).intValue();
	}

	private static LocalDate date(Map<String, Object> cells, String name) {
		return LocalDate.parse(text(cells, name));
	}

}
