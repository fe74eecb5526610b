package dev.escala.complaint.remedy;

/**
 * How an answer to a complaint begins.
 *
 * @param kind which of the two apologies, or none
 * @param openingEs its first sentence in Spanish
 * @param openingEn its first sentence in English
 * @param because why, in Spanish
 */
public record Apology(Kind kind, String openingEs, String openingEn, String because) {

	/**
	 * The first sentence.
	 * @param language {@code en} or {@code es}; any other reads Spanish
	 */
	public String opening(String language) {
		return "en".equals(language) ? this.openingEn : this.openingEs;
	}

	/** The two apologies, which are never mixed (004-23). */
	public enum Kind {

		/** We did it wrong and say so first (004-47). */
		ADMITS,

		/** We are sorry for the trouble and admit no fault. */
		INCONVENIENCE,

		/** Nothing to apologise for. */
		NONE

	}

}
