package dev.escala.purchase;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Amounts as people read them. */
public final class Cents {

	private Cents() {
	}

	/** For example {@code 1.234,50 EUR}. */
	public static String told(long cents, String currency) {
		DecimalFormatSymbols signs = new DecimalFormatSymbols(Locale.ROOT);
		signs.setGroupingSeparator('.');
		signs.setDecimalSeparator(',');
		return new DecimalFormat("#,##0.00", signs).format(BigDecimal.valueOf(cents, 2)) + " " + currency;
	}

}
