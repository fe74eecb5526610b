package dev.escala.modelgate.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.modelgate.table.DecisionContract.Answered;

/** Whether an answer has the form in which it is read. */
final class AnswerForms {

	private static final Pattern DAYS = Pattern.compile("P(\\d{1,5})D");

	private static final Pattern MONTHS = Pattern.compile("P(\\d{1,5})M");

	private static final Pattern CODE = Pattern.compile("[A-Z0-9]+(-[A-Z0-9]+)*");

	private static final int MOST_DAYS = 366;

	private static final int MOST_MONTHS = 12;

	private static final int LONGEST_TEXT = 300;

	private static final Duration SHORTEST = Duration.ofMinutes(1);

	private static final Duration LONGEST = Duration.ofDays(MOST_DAYS);

	private static final Duration LONGEST_WORKING = Duration.ofHours(2200);

	private final Predicate<String> groups;

	/**
	 * For answers that name groups.
	 * @param groups whether somebody answers for a group
	 */
	AnswerForms(Predicate<String> groups) {
		this.groups = groups;
	}

	/** What is wrong with an answer, a Spanish sentence, or empty. */
	Optional<String> problem(Answered answered, Object value, Map<String, Object> all) {
		String wrong = switch (answered.form()) {
			case FLAG -> (value instanceof Boolean) ? null : "«" + value + "» no es true ni false.";
			case NUMBER -> number(answered, value);
			case CHOICE -> answered.values().contains(value) ? null : choice(answered, value);
			case GROUP -> answered.values().contains(value) ? null : group(String.valueOf(value));
			case TIME -> time(String.valueOf(value), LONGEST_WORKING);
			case DAYS -> days(String.valueOf(value));
			case TERM -> term(String.valueOf(value), String.valueOf(all.get(answered.counting())));
			case DATE -> date(String.valueOf(value));
			case TEXT -> text(String.valueOf(value));
			case CODE -> CODE.matcher(String.valueOf(value)).matches() ? null : "\"" + value + "\" no es un código.";
		};
		return Optional.ofNullable(wrong);
	}

	/** What to write, in Spanish. */
	String example(Answered answered) {
		return switch (answered.form()) {
			case FLAG -> "Escriba true o false, sin comillas.";
			case NUMBER -> "Escriba un número entero " + range(answered) + ", sin comillas.";
			case CHOICE -> "Los valores posibles son " + Words.quoted(answered.values()) + ".";
			case GROUP -> "Escriba el identificador de un grupo que exista, uno por celda, como \"managers\".";
			case TIME -> "La duración se escribe como \"PT4H\" o \"PT30M\" (ISO 8601), entre comillas.";
			case DAYS -> "Los días se escriben como \"P7D\", entre comillas.";
			case DATE -> "La fecha se escribe como \"2026-12-28\", entre comillas.";
			case CODE -> "El código se escribe en mayúsculas y sin espacios, como \"ES-G\", entre comillas.";
			case TEXT -> "Escriba el texto entre comillas, como \"Ley 10/2025, art. 17.1\".";
			case TERM -> "El plazo se escribe como \"PT4H\" (horas) o \"P2D\" (días laborables), entre comillas.";
		};
	}

	private static String range(Answered answered) {
		return (answered.to() == null) ? "de " + answered.from() + " en adelante"
				: "entre " + answered.from() + " y " + answered.to();
	}

	private static String number(Answered answered, Object value) {
		if (!(value instanceof Number number)) {
			return "«" + value + "» no es un número.";
		}
		BigDecimal decimal = new BigDecimal(number.toString());
		boolean good = decimal.stripTrailingZeros().scale() <= 0
				&& (answered.from() == null || decimal.compareTo(answered.from()) >= 0)
				&& (answered.to() == null || decimal.compareTo(answered.to()) <= 0)
				&& decimal.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
		return good ? null : "«" + value + "» no es un número entero " + range(answered) + ".";
	}

	private static String choice(Answered answered, Object value) {
		String alike = CellAdvice.alike(String.valueOf(value), answered.values());
		return alike.equals(value) || !answered.values().contains(alike) ? "\"" + value + "\" no es un valor posible."
				: "\"" + value + "\" no es un valor posible: es \"" + alike + "\", con esas mayúsculas y sin espacios.";
	}

	private String group(String value) {
		if (value.matches(".*[,;|].*")) {
			return "\"" + value + "\" son varios grupos en una celda.";
		}
		return this.groups.test(value) ? null : "El grupo \"" + value + "\" no existe.";
	}

	private static String date(String text) {
		try {
			LocalDate.parse(text);
			return null;
		}
		catch (DateTimeException ex) {
			return "\"" + text + "\" no es una fecha.";
		}
	}

	private static String text(String text) {
		if (text.isBlank()) {
			return "El texto está vacío.";
		}
		if (!text.equals(text.strip())) {
			return "El texto empieza o termina con un espacio.";
		}
		return (text.length() > LONGEST_TEXT)
				? "El texto tiene " + text.length() + " caracteres, y caben " + LONGEST_TEXT + "." : null;
	}

	private static String days(String text) {
		try {
			Period period = Period.parse(text);
			return (period.toTotalMonths() == 0 && period.getDays() > 0) ? null
					: "\"" + text + "\" no es un número de días.";
		}
		catch (DateTimeException ex) {
			return "\"" + text + "\" no es un número de días.";
		}
	}

	private static String time(String text, Duration longest) {
		try {
			Duration time = Duration.parse(text);
			return (time.compareTo(SHORTEST) < 0 || time.compareTo(longest) > 0)
					? "«" + text + "» no está entre un minuto y " + longest.toHours() + " horas." : null;
		}
		catch (DateTimeException ex) {
			return "\"" + text + "\" no es una duración.";
		}
	}

	private static String term(String text, String counting) {
		if (counting.startsWith("MONTHS")) {
			return whole(text, MONTHS, "meses", MOST_MONTHS, "meses (" + counting + ")");
		}
		if (counting.contains("DAYS")) {
			String days = counting.startsWith("CALENDAR") ? "días naturales" : "días laborables";
			return whole(text, DAYS, "días", MOST_DAYS, days + " (" + counting + ")");
		}
		if (counting.equals("WORKING") && text.contains("D")) {
			return "\"" + text + "\" son días, y la regla cuenta horas laborables (WORKING).";
		}
		return time(text, counting.equals("WORKING") ? LONGEST_WORKING : LONGEST);
	}

	private static String whole(String text, Pattern written, String unit, int most, String counted) {
		Matcher matcher = written.matcher(text);
		if (!matcher.matches()) {
			return "\"" + text + "\" no son " + unit + " enteros, y la regla cuenta " + counted + ".";
		}
		int number = Integer.parseInt(matcher.group(1));
		return (number < 1 || number > most)
				? "Un plazo dura entre 1 y " + most + " " + counted.replaceFirst(" \\(.*", "") + "." : null;
	}

}
