package dev.escala.clock.count;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.text.Durations;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;

/**
 * What a service level asks of one clock.
 *
 * @param duration ISO 8601: where time is counted, hours, minutes and seconds such as
 * {@code PT4H}, or days of 24 hours such as {@code P2D} where every hour counts; whole
 * days such as {@code P2D} where days are counted, months such as {@code P3M} where those
 * are
 * @param counting what counts
 * @param warnAfter when people are warned, in percent of what is counted, 1 to 99
 * @param mayPause whether it stands still while the case waits for somebody else
 */
public record Target(String duration, Counting counting, int warnAfter, boolean mayPause) {

	private static final Duration SHORTEST = Duration.ofMinutes(1);

	private static final Duration LONGEST = Duration.ofDays(366);

	private static final Duration LONGEST_WORKING = Duration.ofHours(2200);

	private static final int LONGEST_DAYS = 366;

	private static final int LONGEST_MONTHS = 12;

	private static final Pattern DAYS = Pattern.compile("P(\\d{1,5})D");

	private static final Pattern MONTHS = Pattern.compile("P(\\d{1,5})M");

	/**
	 * Checks it.
	 * @throws InvalidInputException naming the column of the table that is wrong
	 */
	public Target {
		Fields fields = new Fields();
		duration = fields.required("duration", "la duración", duration, 40);
		if (counting == null) {
			fields.refuse("counting", "Falta cómo se cuenta: " + Counting.choices() + ".");
		}
		else if (!duration.isEmpty()) {
			String problem = counting.isTime() ? problemOfTime(duration, counting) : problemOfDays(duration, counting);
			if (problem != null) {
				fields.refuse("duration", problem);
			}
		}
		if (warnAfter < 1 || warnAfter > 99) {
			fields.refuse("warnAfter",
					"El aviso previo es un porcentaje del plazo, entre 1 y 99; no " + warnAfter + ".");
		}
		fields.done();
	}

	/** So many whole working days, which nothing pauses and nobody is warned of. */
	public static Target workingDays(int days) {
		return new Target("P" + days + "D", Counting.WORKING_DAYS, 50, false);
	}

	private static String problemOfDays(String duration, Counting counting) {
		boolean months = counting.isMonths();
		String unit = months ? "meses" : counting.isWorking() ? "días laborables" : "días naturales";
		Matcher number = (months ? MONTHS : DAYS).matcher(duration);
		if (!number.matches()) {
			return "En " + unit + " se escriben "
					+ (months ? "meses enteros, por ejemplo P2M" : "días enteros, por ejemplo P2D") + "; no «"
					+ duration + "».";
		}
		int longest = months ? LONGEST_MONTHS : LONGEST_DAYS;
		int days = Integer.parseInt(number.group(1));
		return (days < 1 || days > longest) ? "Un plazo dura entre 1 y " + longest + " " + unit + "; no " + days + "."
				: null;
	}

	private static String problemOfTime(String duration, Counting counting) {
		boolean working = counting == Counting.WORKING;
		if (working && duration.contains("D")) {
			return "Un día laborable no son 24 horas laborables: escriba horas (PT8H) o cuente en WORKING_DAYS; no «"
					+ duration + "».";
		}
		try {
			Duration time = Duration.parse(duration);
			Duration longest = working ? LONGEST_WORKING : LONGEST;
			if (time.compareTo(SHORTEST) < 0 || time.compareTo(longest) > 0) {
				return "Un plazo dura entre un minuto y " + longest.toHours() + " horas"
						+ (working ? " laborables" : " seguidas") + "; no «" + duration + "»."
						+ ((working && time.compareTo(LONGEST_WORKING) > 0)
								? " Para uno más largo cuente el tiempo seguido (ELAPSED, hasta " + LONGEST.toHours()
										+ " horas) o por meses (MONTHS)."
								: "");
			}
			return null;
		}
		catch (DateTimeParseException ex) {
			return "La duración se escribe como en PT4H o PT30M (ISO 8601); no «" + duration + "»."
					+ (MONTHS.matcher(duration).matches() ? " Los meses se cuentan en MONTHS." : "");
		}
	}

	/** The time to count; not where days or months are counted. */
	public Duration time() {
		return Duration.parse(this.duration);
	}

	/** The days or months to count. */
	public int number() {
		Matcher number = (this.counting.isMonths() ? MONTHS : DAYS).matcher(this.duration);
		if (!number.matches()) {
			throw new IllegalStateException("Neither days nor months: " + this.duration);
		}
		return Integer.parseInt(number.group(1));
	}

	/** How many days or months, in Spanish, without how they count. */
	public String amount() {
		return text().split(",")[0];
	}

	/** In Spanish, for example {@code 4 h de horario laborable}. */
	public String text() {
		if (this.counting.isTime()) {
			return Durations.text(time())
					+ ((this.counting == Counting.WORKING) ? " de horario laborable" : " seguidas");
		}
		return number() + " " + ((number() == 1) ? this.counting.one() : this.counting.label());
	}

}
