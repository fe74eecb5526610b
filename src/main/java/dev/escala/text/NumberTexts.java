package dev.escala.text;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;

/**
 * Numbers as people read them in a language: {@code 22.140} and {@code 37,5} in Spanish.
 */
public enum NumberTexts {

	/** With a point between thousands, in numbers of four digits too, and a comma. */
	SPANISH(Dates.SPANISH);

	private final DecimalFormatSymbols symbols;

	NumberTexts(Locale locale) {
		this.symbols = DecimalFormatSymbols.getInstance(locale);
		this.symbols.setGroupingSeparator('.');
	}

	/** The number with up to three decimals. */
	public String told(Number number) {
		return format("#,##0.###").format(number);
	}

	/** The amount with two decimals. */
	public String money(BigDecimal amount) {
		return format("#,##0.00").format(amount);
	}

	/** Formats are nobody's to share between threads. */
	private NumberFormat format(String pattern) {
		return new DecimalFormat(pattern, this.symbols);
	}

}
