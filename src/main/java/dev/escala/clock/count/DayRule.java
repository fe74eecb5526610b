package dev.escala.clock.count;

/**
 * How pauses count in clocks of days. A clock keeps the rule that it began with: a new
 * version of Escala moves no date that people know.
 */
public enum DayRule {

	/**
	 * Until November 2026: a working day counts whole when it closes, unless a pause
	 * covers its closing. The warning lies at its share of the working time until then.
	 */
	CLOSINGS(1),

	/**
	 * Each day counts the share of it that was not paused. The clock is over when these
	 * shares reach its days; the warning lies at its share of the same measure.
	 */
	SHARES(2);

	/** The rule of every clock that begins now. */
	public static final DayRule NEWEST = SHARES;

	private final int version;

	DayRule(int version) {
		this.version = version;
	}

	/** As it is stored; nodes of a former version know only 1. */
	public int version() {
		return this.version;
	}

	/**
	 * The rule with that number.
	 * @throws IllegalArgumentException where there is none
	 */
	public static DayRule of(int version) {
		for (DayRule rule : values()) {
			if (rule.version == version) {
				return rule;
			}
		}
		throw new IllegalArgumentException("No rule of days " + version);
	}

}
