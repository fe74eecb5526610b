package dev.escala.letter.check;

/**
 * Something in a letter that its reader may take amiss, or that its reader misses.
 *
 * @param kind what it is
 * @param excerpt the words of the letter, or {@code null} where something is missing
 * @param explanation why, and what is better: Spanish, for the person who writes
 */
public record Finding(Kind kind, String excerpt, String explanation) {

	/** The words and the explanation as one sentence. */
	public String sentence() {
		return ((this.excerpt == null) ? "" : "«" + this.excerpt + "»: ") + this.explanation;
	}

	/**
	 * What can be wrong. The first ones are lists of words, the last ones look at the
	 * whole. {@code COMMITS} and {@code INVENTS} are looked for only in what is said
	 * before anything is decided.
	 */
	public enum Kind {

		INTERNAL("internal"), HEDGING("hedging"), BLAME("blame"), COMPLAINT("complaint"), FACE("face"), STIFF("stiff"),
		POLICY("policy"), COMMITS("commits"), INVENTS("invents"), OURSELVES(null), NO_NAME(null), NO_DATE(null),
		NO_ACTION(null);

		private final String list;

		Kind(String list) {
			this.list = list;
		}

		/** The name of its list of words, or {@code null}. */
		String list() {
			return this.list;
		}

	}

}
