package dev.escala.pursuit.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

import dev.escala.text.NumberTexts;

/**
 * What sales in one currency brought. Currencies are never added up.
 *
 * @param currency ISO 4217
 * @param sales how many were won with an amount in it
 * @param sum of their amounts
 * @param mean of their amounts, to the cent
 */
public record Revenue(String currency, int sales, BigDecimal sum, BigDecimal mean) {

	static Revenue of(String currency, int sales, BigDecimal sum) {
		return new Revenue(currency, sales, sum, sum.divide(BigDecimal.valueOf(sales), 2, RoundingMode.HALF_UP));
	}

	/** As people read it. */
	public String told() {
		return NumberTexts.SPANISH.money(this.mean) + "\u00a0" + this.currency + " ("
				+ NumberTexts.SPANISH.told(this.sales) + ")";
	}

}
