package dev.escala.servicenow;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.validation.Fields;
import dev.escala.web.CsvUpload;

/**
 * Reads the cells of a row by ServiceNow's shapes and remembers what is wrong, naming the
 * column.
 */
final class IncidentCells {

	private static final int TEXT = 200;

	private static final int EARLIEST_YEAR = 1990;

	private static final Pattern DATE = Pattern
		.compile("(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4}) +(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");

	private static final Pattern GRADE = Pattern.compile("(?s)[1-9](\\s*-\\s*\\S.*)?");

	private static final Pattern BREAKS = Pattern.compile("[\\r\\n\\t]+");

	private static final Pattern COUNT = Pattern.compile("\\d{1,6}");

	private final CsvUpload.Row row;

	private final Fields fields;

	private final ZoneId zone;

	private final Instant now;

	IncidentCells(CsvUpload.Row row, Fields fields, ZoneId zone, Instant now) {
		this.row = row;
		this.fields = fields;
		this.zone = zone;
		this.now = now;
	}

	/** Text of at most 200 characters on one line, or {@code null}. */
	String text(String column) {
		String text = this.fields.optional(column, "el valor de " + column, this.row.text(column), TEXT);
		return (text == null) ? null : onOneLine(text);
	}

	/** Text that must be there. */
	String required(String column) {
		String text = text(column);
		if (this.row.text(column) == null) {
			this.fields.refuse(column, "Falta el valor de " + column + ".");
		}
		return text;
	}

	/** {@code TRUE} or {@code FALSE}, in upper or lower case. */
	boolean flag(String column) {
		String text = this.row.text(column);
		boolean value = "true".equalsIgnoreCase(text);
		if (!value && !"false".equalsIgnoreCase(text)) {
			this.fields.refuse(column, "El valor de " + column + " debe ser TRUE o FALSE.");
		}
		return value;
	}

	/** A number from 0 on. */
	int count(String column) {
		String text = this.row.text(column);
		if (text == null || !COUNT.matcher(text).matches()) {
			this.fields.refuse(column, "El valor de " + column + " debe ser un número entero desde 0.");
			return 0;
		}
		return Integer.parseInt(text);
	}

	/**
	 * The number before a name, as in {@code 3 - Moderate}, or the number alone.
	 * @return the number, or 0 where the cell is empty or was refused
	 */
	int grade(String column, int highest, boolean mandatory) {
		String text = this.row.text(column);
		if (text == null && !mandatory) {
			return 0;
		}
		if (text != null && GRADE.matcher(text).matches() && text.charAt(0) - '0' <= highest) {
			return text.charAt(0) - '0';
		}
		this.fields.refuse(column,
				"El valor de " + column + " debe empezar por un número de 1 a " + highest + ", como «2 - Medium».");
		return 0;
	}

	/**
	 * A local date and time, {@code dd-MM-yyyy HH:mm} or {@code d/M/yyyy HH:mm}, as an
	 * instant. A time that the clocks jumped over counts as that much later; of one that
	 * they showed twice, the first counts.
	 */
	Instant date(String column, boolean mandatory) {
		String text = this.row.text(column);
		if (text == null) {
			if (mandatory) {
				this.fields.refuse(column, "Falta el valor de " + column + ".");
			}
			return null;
		}
		Matcher parts = DATE.matcher(text);
		if (!parts.matches()) {
			this.fields.refuse(column, "El valor de " + column
					+ " debe ser una fecha con hora, como «29-02-2016 01:16» o «29/2/2016 01:16».");
			return null;
		}
		try {
			Instant instant = LocalDateTime
				.of(number(parts, 4), number(parts, 3), number(parts, 1), number(parts, 5), number(parts, 6),
						(parts.group(7) == null) ? 0 : number(parts, 7))
				.atZone(this.zone)
				.toInstant();
			if (number(parts, 4) < EARLIEST_YEAR) {
				this.fields.refuse(column, "La fecha de " + column + " es anterior a " + EARLIEST_YEAR + ".");
			}
			else if (instant.isAfter(this.now)) {
				this.fields.refuse(column, "La fecha de " + column + " está en el futuro.");
			}
			return instant;
		}
		catch (DateTimeException ex) {
			this.fields.refuse(column, "La fecha de " + column + " no existe en el calendario.");
			return null;
		}
	}

	/**
	 * The incident that a row names, whatever else is wrong with it.
	 * @return {@code null} where the name is missing or cannot be a name
	 */
	static String number(CsvUpload.Row row) {
		Fields fields = new Fields();
		String text = fields.optional("number", "el valor de number", row.text("number"), TEXT);
		return (text == null || !text.equals(row.text("number"))) ? null : onOneLine(text).toUpperCase(Locale.ROOT);
	}

	/** Blanks within stay, because they may be part of an id. */
	private static String onOneLine(String text) {
		return BREAKS.matcher(text).replaceAll(" ");
	}

	private static int number(Matcher parts, int group) {
		return Integer.parseInt(parts.group(group));
	}

}
