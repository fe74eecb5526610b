package dev.escala.complaint.remedy;

import java.math.BigDecimal;

import dev.escala.text.Amounts;

/** Amounts of money as people of the staff read them. */
final class Euros {

	/** The limits and the table of remedies are in this currency (ISO 4217). */
	static final String CURRENCY = "EUR";

	private Euros() {
	}

	/** For example {@code 20 €} or {@code 1.012,50 €}. */
	static String told(BigDecimal amount) {
		BigDecimal plain = amount.stripTrailingZeros();
		BigDecimal shown = (plain.scale() > 0) ? amount.setScale(2) : plain.setScale(0);
		return Amounts.said(shown) + " €";
	}

}
