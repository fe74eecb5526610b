package dev.escala.validation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

import dev.escala.text.Shortening;

/**
 * A day as people type it, {@code dd/mm/aaaa}, or as programs send it,
 * {@code aaaa-mm-dd}.
 */
public final class TypedDay {

	private static final int SHOWN = 40;

	/** Strict, so that 31/02 is refused and not moved to the 28th. */
	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("[d/M/uuuu][uuuu-MM-dd]")
		.withResolverStyle(ResolverStyle.STRICT);

	private TypedDay() {
	}

	/**
	 * Reads the day.
	 * @param fields where a refusal goes, under the given field
	 * @return the day, or {@code null} where it was refused
	 */
	public static LocalDate read(Fields fields, String field, String text) {
		if (text == null || text.isBlank()) {
			fields.refuse(field, "Falta la fecha (dd/mm/aaaa).");
			return null;
		}
		try {
			LocalDate date = LocalDate.parse(text.strip(), DATE);
			if (date.getYear() >= 2000 && date.getYear() <= 2999) {
				return date;
			}
		}
		catch (DateTimeException ex) {
			// Said below.
		}
		fields.refuse(field, "«" + Shortening.withEllipsis(text.strip(), SHOWN) + "» no es una fecha dd/mm/aaaa.");
		return null;
	}

}
