package dev.escala.limit;

import java.time.Duration;
import java.time.Instant;

/**
 * How much somebody may try. The first tries are free, the next ones have to wait, each
 * twice as long as the one before, up to the longest wait: nobody is ever locked out for
 * good. Tries are forgotten one by one as time goes by.
 *
 * @param kind what is counted; counters of different kinds never meet
 * @param free tries without a wait
 * @param first wait after the last free try
 * @param longest wait ever
 * @param forgotten time without tries after which one try is forgotten
 */
public record Limit(String kind, int free, Duration first, Duration longest, Duration forgotten) {

	/** After so many doublings a wait is the longest one. */
	private static final int DOUBLINGS = 10;

	/** How many of the tries still count. */
	int remaining(int tries, Instant last, Instant now) {
		Duration quiet = Duration.between(last, now);
		return quiet.isNegative() ? tries : (int) Math.max(0, tries - quiet.dividedBy(this.forgotten));
	}

	/** The count after one more try; it does not grow for ever. */
	int oneMore(int tries) {
		return Math.min(tries, this.free + DOUBLINGS) + 1;
	}

	/**
	 * How long to wait still. A last try in the future is the trace of a clock that was
	 * put back, or of another node's that is ahead: neither may shut anybody out for
	 * longer than the longest wait.
	 */
	Duration waitLeft(int tries, Instant last, Instant now) {
		int over = remaining(tries, last, now) - this.free + 1;
		if (over <= 0 || last.isAfter(now.plus(this.longest))) {
			return Duration.ZERO;
		}
		Duration wait = this.first.multipliedBy(1L << Math.min(over - 1, DOUBLINGS));
		if (wait.compareTo(this.longest) > 0) {
			wait = this.longest;
		}
		Duration left = Duration.between(now, last.plus(wait));
		if (left.isNegative()) {
			return Duration.ZERO;
		}
		return (left.compareTo(wait) > 0) ? wait : left;
	}

}
