package dev.escala.measure;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

import dev.escala.text.Dates;

/** Says months as people say them. */
public final class MonthNames {

	private static final DateTimeFormatter WITHIN = DateTimeFormatter.ofPattern("MMMM 'de' uuuu", Dates.SPANISH);

	private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM/uu", Dates.SPANISH);

	private MonthNames() {
	}

	/** Within a sentence, for example {@code noviembre de 2026}. */
	public static String within(YearMonth month) {
		return WITHIN.format(month);
	}

	/** In a narrow place, for example {@code 11/26}. */
	public static String brief(YearMonth month) {
		return SHORT.format(month);
	}

}
