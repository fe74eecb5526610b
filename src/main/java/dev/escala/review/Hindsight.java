package dev.escala.review;

import java.time.LocalDate;

/**
 * What became of the customers of a review within 90 days, beside what the plain rule "no
 * purchase for 90 days" would have said. Of those only whose history was long enough.
 *
 * @param until the day up to which purchases are known, exclusively
 * @param knownFrom the day from which the answer is known
 * @param customers who bought within the year before
 * @param left how many of them bought nothing in the 90 days from the first day of the
 * month on
 * @param flagged how many of them were flagged
 * @param flaggedLeft how many of the flagged bought nothing
 * @param plain how many the plain rule flags
 * @param plainLeft how many of these bought nothing
 */
public record Hindsight(LocalDate until, LocalDate knownFrom, long customers, long left, long flagged, long flaggedLeft,
		long plain, long plainLeft) {

	/** After how many days without a purchase somebody counts as gone. */
	static final int DAYS = 90;

	/** Whether the 90 days are over, in what we know of purchases. */
	public boolean isKnown() {
		return !this.until.isBefore(this.knownFrom);
	}

	/** Whether anybody had bought for long enough. */
	public boolean isTooEarly() {
		return this.customers == 0;
	}

	/** Of a hundred who were flagged, how many bought nothing; -1 where nobody was. */
	public long precision() {
		return share(this.flaggedLeft, this.flagged);
	}

	/** Of a hundred who bought nothing, how many were flagged; -1 where all bought. */
	public long recall() {
		return share(this.flaggedLeft, this.left);
	}

	/** The precision of the plain rule. */
	public long plainPrecision() {
		return share(this.plainLeft, this.plain);
	}

	/** The recall of the plain rule. */
	public long plainRecall() {
		return share(this.plainLeft, this.left);
	}

	private static long share(long part, long all) {
		return (all == 0) ? -1 : Math.round(100.0 * part / all);
	}

}
