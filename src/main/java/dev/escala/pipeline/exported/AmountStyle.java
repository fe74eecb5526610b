package dev.escala.pipeline.exported;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which sign stands before the decimals of a column of amounts. */
public enum AmountStyle {

	/** 12,500.50. */
	POINT('.'),

	/** 12.500,50. */
	COMMA(',');

	private static final Pattern AMOUNT = Pattern.compile("([-−]?)\\D{0,5}?([-−]?\\d[\\d.,' ]*)\\D{0,5}");

	private final char decimal;

	AmountStyle(char decimal) {
		this.decimal = decimal;
	}

	/**
	 * What an amount tells of its column.
	 * @return empty where it tells nothing: no sign at all, or one that may be either, as
	 * in {@code 1.200}
	 */
	static Optional<AmountStyle> told(String text) {
		String digits = digits(text);
		int point = digits.lastIndexOf('.');
		int comma = digits.lastIndexOf(',');
		if (point >= 0 && comma >= 0) {
			return Optional.of((point > comma) ? POINT : COMMA);
		}
		int sign = Math.max(point, comma);
		if (sign < 0) {
			return Optional.empty();
		}
		AmountStyle of = (point >= 0) ? POINT : COMMA;
		if (digits.indexOf(digits.charAt(sign)) != sign) {
			return Optional.of(of.other());
		}
		boolean mayGroup = digits.length() - sign == 4 && sign >= 1 && sign <= 3 && digits.charAt(0) != '0';
		return mayGroup ? Optional.empty() : Optional.of(of);
	}

	/** Whether the amount has a sign that may be either. */
	static boolean isUndecidable(String text) {
		return told(text).isEmpty() && digits(text).matches(".*[.,].*");
	}

	private AmountStyle other() {
		return (this == POINT) ? COMMA : POINT;
	}

	/** The amount, or empty where this is none. */
	Optional<BigDecimal> read(String text) {
		Matcher amount = AMOUNT.matcher(text);
		if (!amount.matches()) {
			return Optional.empty();
		}
		String whole = digits(text).replace(String.valueOf(other().decimal), "").replace(this.decimal, '.');
		if (!whole.matches("\\d{1,15}(\\.\\d{1,6})?")) {
			return Optional.empty();
		}
		boolean negative = !amount.group(1).isEmpty() || amount.group(2).matches("[-−].*");
		return Optional.of(negative ? new BigDecimal(whole).negate() : new BigDecimal(whole));
	}

	private static String digits(String text) {
		return text.replaceAll("[^\\d.,]", "").replaceAll("[.,]+$", "").replaceAll("^[.,]+", "");
	}

}
