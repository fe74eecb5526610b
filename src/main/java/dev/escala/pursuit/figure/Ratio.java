package dev.escala.pursuit.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

import dev.escala.text.NumberTexts;

/**
 * A part of a whole, both counted.
 *
 * @param part how many of them
 * @param whole of how many
 * @param percent the share with one decimal, or {@code null} of nothing
 */
public record Ratio(long part, long whole, BigDecimal percent) {

	static Ratio of(long part, long whole) {
		return new Ratio(part, whole, (whole == 0) ? null
				: BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
	}

	/** As people read it, for example {@code 37,5 % (3 de 8)}. */
	public String told() {
		return (this.percent == null) ? "–" : NumberTexts.SPANISH.told(this.percent) + "\u00a0% ("
				+ NumberTexts.SPANISH.told(this.part) + " de " + NumberTexts.SPANISH.told(this.whole) + ")";
	}

}
