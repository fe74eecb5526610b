package dev.escala.complaint.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.escala.text.NumberTexts;

/**
 * One figure of a year.
 *
 * @param method how it is computed
 * @param of of what part of it, in Spanish, or {@code null} where it is the whole
 * @param values the value of the year first, then those of its months; {@code null} where
 * there is nothing to compute it from
 */
public record FigureLine(Method method, String of, List<BigDecimal> values) {

	private static final int DECIMALS = 1;

	public FigureLine {
		values = Collections.unmodifiableList(new ArrayList<>(values));
	}

	/** The values as people read them. */
	public List<String> told() {
		return this.values.stream()
			.map((value) -> (value == null) ? "–"
					: NumberTexts.SPANISH.told(value)
							+ (this.method.unit().sign().isEmpty() ? "" : "\u00a0" + this.method.unit().sign()))
			.toList();
	}

	/** A share in per cent with one decimal, or {@code null} of nothing. */
	static BigDecimal share(long part, long whole) {
		return (whole == 0) ? null
				: BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
	}

	/** A figure with one decimal, or {@code null}. */
	static BigDecimal rounded(Double value) {
		return (value == null) ? null : BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
	}

}
