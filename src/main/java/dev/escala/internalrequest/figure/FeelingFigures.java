package dev.escala.internalrequest.figure;

/**
 * How often an odd feeling was right (000-06, 000-35).
 *
 * @param answered answered requests that were asked because something felt odd
 * @param refused those that were refused
 * @param conditional those that were granted only with conditions
 */
public record FeelingFigures(long answered, long refused, long conditional) {

	/**
	 * The share where the feeling was right, in percent, rounded; {@code null} where
	 * nobody felt anything.
	 */
	public Integer hitRate() {
		return (this.answered == 0) ? null
				: (int) Math.round(100.0 * (this.refused + this.conditional) / this.answered);
	}

}
