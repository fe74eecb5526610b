package dev.escala.panel;

import java.time.Duration;

/**
 * Customers who stayed after a case (001-36): of those whose case was closed between 120
 * days before the first day of the weeks and 120 days before today, the ones who bought
 * in the days 60 to 120 after; of customers whose purchases nobody sends us, the ones who
 * had a contact, a case or a request of theirs then.
 *
 * @param customers whose case was closed then
 * @param retained who bought again, or of whom something was heard
 * @param waiting customers whose days 60 to 120 are not over yet
 */
public record Kept(long customers, long retained, long waiting) {

	/** What comes later than this after a case was closed, says nothing of it. */
	static final Duration LAST_DAY = Duration.ofDays(120);

	/** The share that stayed, in percent, rounded; {@code null} of none. */
	public Integer rate() {
		return (this.customers == 0) ? null : (int) Math.round(100.0 * this.retained / this.customers);
	}

}
