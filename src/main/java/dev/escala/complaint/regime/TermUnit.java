package dev.escala.complaint.regime;

import dev.escala.clock.count.Counting;

/** What a norm counts. */
enum TermUnit {

	ELAPSED(Counting.ELAPSED), WORKING_DAYS(Counting.WORKING_DAYS), CALENDAR_DAYS(Counting.CALENDAR_DAYS),
	MONTHS(Counting.MONTHS),

	/** The norm says "días" and no more; the organisation says how it reads that. */
	UNSTATED_DAYS(null);

	private final Counting counting;

	TermUnit(Counting counting) {
		this.counting = counting;
	}

	/**
	 * How it is counted.
	 * @param unstated how the organisation reads days of which the norm says no more
	 */
	Counting counting(Counting unstated) {
		return (this.counting != null) ? this.counting : unstated;
	}

}
