package dev.escala.complaint.regime;

import java.time.LocalDate;
import java.util.Map;

import dev.escala.routing.Decision;

/**
 * Where a customer can go whose complaint was refused or not answered: a row of the table
 * {@code complaintBodies} (Ley 10/2025, art. 13.7; Ley 7/2017, art. 40.3).
 *
 * @param name its name, in Spanish
 * @param address where it is
 * @param web its page, without the protocol
 * @param condition when the customer can go there
 * @param binds whom its decision binds
 * @param note what else to know, in Spanish
 * @param source how we know
 * @param certainty how surely
 * @param checkedOn when somebody looked at its page last
 * @param english the same for whoever complains in English
 */
public record DisputeBody(String name, String address, String web, String condition, Binds binds, String note,
		String source, Certainty certainty, LocalDate checkedOn, Told english) {

	/** After so many months somebody has to look again. */
	private static final int MONTHS_TO_CHECK = 3;

	static DisputeBody of(Decision.Match row) {
		Map<String, Object> cells = row.outputs();
		return new DisputeBody((String) cells.get("body"), (String) cells.get("address"), (String) cells.get("web"),
				(String) cells.get("condition"), Binds.valueOf((String) cells.get("binds")), row.reason(),
				(String) cells.get("source"), Certainty.valueOf((String) cells.get("certainty")),
				LocalDate.parse((String) cells.get("checkedOn")), new Told((String) cells.get("bodyEn"),
						(String) cells.get("addressEn"), (String) cells.get("conditionEn")));
	}

	/**
	 * What somebody reads of it in their language: in English where the table says it,
	 * and else in Spanish.
	 * @param language ISO 639 code
	 */
	public Told told(String language) {
		return ("en".equals(language) && this.english.isWhole()) ? this.english
				: new Told(this.name, this.address, this.condition);
	}

	/**
	 * What it is, where it is and when one can go there. Its own name stays as it is.
	 */
	public record Told(String name, String address, String condition) {

		/** What nobody has written yet, in a table of somebody else. */
		public static final Told NOTHING = new Told(null, null, null);

		boolean isWhole() {
			return this.name != null && this.address != null && this.condition != null;
		}

	}

	/** Whether nobody should write it into a letter before having looked at its page. */
	public boolean isToCheck(LocalDate today) {
		return this.certainty.isDoubtful() || this.checkedOn.plusMonths(MONTHS_TO_CHECK).isBefore(today);
	}

	/** Whom the decision of a body binds. */
	public enum Binds {

		COMPANY("obliga a la empresa"), BOTH("obliga a las dos partes"), NOBODY("no obliga");

		private final String label;

		Binds(String label) {
			this.label = label;
		}

		/** The Spanish end of "su decisión…". */
		public String label() {
			return this.label;
		}

	}

}
