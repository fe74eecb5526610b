package dev.escala.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * A figure with what it was counted of, so that a month of a hundred weighs more than one
 * of two.
 *
 * @param total what all of them make together; of a share a hundred for each that counts
 * @param of how many they are; of figures that a person entered, how many months
 */
public record Counted(BigDecimal total, long of) {

	/** Of nothing. */
	public static final Counted NOTHING = new Counted(BigDecimal.ZERO, 0);

	/** Whether there is anything to compute it from. */
	public boolean isKnown() {
		return this.of > 0;
	}

	/** The mean with one decimal, or {@code null} of nothing. */
	public BigDecimal value() {
		return isKnown() ? this.total.divide(BigDecimal.valueOf(this.of), 1, RoundingMode.HALF_UP) : null;
	}

	Counted plus(Counted other) {
		return new Counted(this.total.add(other.total), this.of + other.of);
	}

	/** All of them together. */
	public static Counted all(Collection<Counted> some) {
		return some.stream().reduce(NOTHING, Counted::plus);
	}

}
