package dev.escala.text;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Says amounts as people write them, with their thousands apart: in English for whoever
 * reads English and as in Spain for everybody else.
 */
public final class Amounts {

	private Amounts() {
	}

	/**
	 * With the decimals that it has, for example {@code 12.500,00}, {@code 12,5} and
	 * {@code 1.200}.
	 */
	public static String said(BigDecimal amount) {
		return said(amount, Dates.SPANISH);
	}

	/** The same with its currency (ISO 4217), for example {@code 12.500,00 EUR}. */
	public static String said(BigDecimal amount, String currency) {
		return said(amount) + " " + currency;
	}

	/** For example {@code 12.500,00 EUR} or {@code 12,500.00 EUR}. */
	public static String said(BigDecimal amount, String currency, Locale locale) {
		return said(amount, locale) + " " + currency;
	}

	private static String said(BigDecimal amount, Locale locale) {
		DecimalFormat format = new DecimalFormat("#,##0",
				DecimalFormatSymbols.getInstance(Dates.isEnglish(locale) ? Locale.UK : Dates.SPANISH));
		format.setMinimumFractionDigits(Math.max(0, amount.scale()));
		format.setMaximumFractionDigits(Math.max(0, amount.scale()));
		return format.format(amount);
	}

}
