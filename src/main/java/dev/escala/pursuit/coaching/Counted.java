package dev.escala.pursuit.coaching;

import dev.escala.pursuit.figure.Ratio;
import dev.escala.text.NumberTexts;

/**
 * A ratio of a quarter.
 *
 * @param quarter which, as it is typed
 * @param part how many of them
 * @param whole of how many
 */
public record Counted(String quarter, long part, long whole) {

	static Counted of(String quarter, Ratio ratio) {
		return new Counted(quarter, ratio.part(), ratio.whole());
	}

	/** As people read it, for example {@code 3 de 20 (15 %) en 2026-T4}. */
	public String told() {
		return (this.whole == 0) ? "nada todavía en " + this.quarter
				: NumberTexts.SPANISH.told(this.part) + " de " + NumberTexts.SPANISH.told(this.whole) + " ("
						+ Math.round(100.0 * this.part / this.whole) + "\u00a0%) en " + this.quarter;
	}

	/**
	 * Whether it is at least so many percentage points below another, to the last digit.
	 */
	boolean isBelow(Counted other, int points) {
		return 100 * (other.part * this.whole - this.part * other.whole) >= (long) points * this.whole * other.whole;
	}

}
