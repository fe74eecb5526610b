package dev.escala.validation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Reads a date as people say it, in the organisation's zone: a day, which lasts until its
 * end, or a day with a time.
 */
@Component
public class SpokenDates {

	private static final int LONGEST = 40;

	private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

	private static final List<DateTimeFormatter> DAYS = List.of(format("d/M/uuuu"), format("uuuu-MM-dd"));

	private static final List<DateTimeFormatter> TIMES = List.of(format("d/M/uuuu H:mm"), format("uuuu-MM-dd H:mm"),
			format("uuuu-MM-dd'T'H:mm"));

	private final ZoneId zone;

	SpokenDates(Moments moments) {
		this.zone = moments.zone();
	}

	private static DateTimeFormatter format(String pattern) {
		return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
	}

	/**
	 * Reads a date that may be missing.
	 * @return the moment, or {@code null} where there is none or it was refused
	 */
	public Instant optional(Fields fields, String field, String label, String value) {
		String text = fields.optionalLine(field, label, value, LONGEST);
		if (text == null) {
			return null;
		}
		LocalDateTime read = read(text);
		if (read == null || read.getYear() > 9999 || read.getYear() < 1900) {
			fields.refuse(field, "No se entiende " + label
					+ ": escríbala como 27/11/2026 o, con la hora, como 27/11/2026 14:00; no «" + text + "».");
			return null;
		}
		return read.atZone(this.zone).toInstant();
	}

	private static LocalDateTime read(String text) {
		for (DateTimeFormatter format : TIMES) {
			try {
				return LocalDateTime.parse(text, format);
			}
			catch (DateTimeException ex) {
				// Perhaps another way to write it.
			}
		}
		for (DateTimeFormatter format : DAYS) {
			try {
				return LocalDate.parse(text, format).atTime(END_OF_DAY);
			}
			catch (DateTimeException ex) {
				// Perhaps another way to write it.
			}
		}
		return null;
	}

	/** The organisation's zone. */
	public ZoneId zone() {
		return this.zone;
	}

}
