package dev.escala.complaint.attention;

import java.time.YearMonth;

/**
 * How soon people were attended in a month of the organisation's calendar, by when they
 * asked.
 *
 * @param month the month
 * @param asked how many asked
 * @param attended how many of them were attended at all
 * @param inTime how many within three minutes (Ley 10/2025, arts. 8.2 and 8.3)
 * @param meanSeconds how long those waited on average who were attended, in seconds, or
 * {@code null} where nobody was
 */
public record AttentionMonth(YearMonth month, int asked, int attended, int inTime, Double meanSeconds) {

	/**
	 * The share that was attended in time, from 0 to 1, or {@code null} where nobody
	 * asked. Whoever was never attended was not attended in time.
	 */
	public Double shareInTime() {
		return (this.asked == 0) ? null : (double) this.inTime / this.asked;
	}

}
