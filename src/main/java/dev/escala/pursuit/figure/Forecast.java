package dev.escala.pursuit.figure;

import java.math.BigDecimal;

/**
 * What the open opportunities of a stage may bring.
 *
 * @param stage its name
 * @param currency ISO 4217
 * @param open how many stand in it with an amount in this currency
 * @param sum of their amounts
 * @param history of those that were in it and ended in the last twelve months, how many
 * were won
 * @param expected the sum times that share, to the cent; {@code null} where there are too
 * few to tell
 */
public record Forecast(String stage, String currency, long open, BigDecimal sum, Ratio history, BigDecimal expected) {

	/** So many must have ended, or nothing is foretold. */
	public static final int MINIMUM = 10;

	/** So many months back. */
	public static final int MONTHS = 12;

}
