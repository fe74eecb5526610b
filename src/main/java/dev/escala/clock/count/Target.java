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
 * @param duration ISO 8601: hours, minutes and seconds such as {@code PT4H}, or whole
 * days such as {@code P2D}, which are 24 hours each where every hour counts, working days
 * where those are counted, and refused where working hours are
 * @param counting what counts
 * @param warnAfter when people are warned, in percent of the time counted, 1 to 99
 * @param mayPause whether it stands still while the case waits for somebody else
 */
public record Target(String duration, Counting counting, int warnAfter, boolean mayPause) {

	private static final Duration SHORTEST = Duration.ofMinutes(1);

	private static final Duration LONGEST = Duration.ofDays(366);

	private static final Duration LONGEST_WORKING = Duration.ofHours(2200);

	private static final Pattern DAYS = Pattern.compile("P(\\d{1,5})D");

	/**
	 * Checks it.
	 * @throws InvalidInputException naming the column of the table that is wrong
	 */
	public Target {
		Fields fields = new Fields();
		duration = fields.required("duration", "la duración", duration, 40);
		if (counting == null) {
			fields.refuse("counting", "Falta cómo se cuenta: WORKING, WORKING_DAYS o ELAPSED.");
		}
		else if (!duration.isEmpty()) {
			String problem = problem(duration, counting);
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

	private static String problem(String duration, Counting counting) {
		if (counting == Counting.WORKING_DAYS) {
			Matcher days = DAYS.matcher(duration);
			if (!days.matches()) {
				return "En días laborables se escriben días enteros, por ejemplo P2D; no «" + duration + "».";
			}
			int number = Integer.parseInt(days.group(1));
			return (number < 1 || number > 366) ? "Un plazo dura entre 1 y 366 días laborables; no " + number + "."
					: null;
		}
		if (counting == Counting.WORKING && duration.contains("D")) {
			return "Un día laborable no son 24 horas laborables: escriba horas (PT8H) o cuente en WORKING_DAYS; no «"
					+ duration + "».";
		}
		try {
			Duration time = Duration.parse(duration);
			Duration longest = (counting == Counting.WORKING) ? LONGEST_WORKING : LONGEST;
			if (time.compareTo(SHORTEST) < 0 || time.compareTo(longest) > 0) {
				return "Un plazo dura entre un minuto y " + longest.toHours() + " horas; no «" + duration + "».";
			}
			return null;
		}
		catch (DateTimeParseException ex) {
			return "La duración se escribe como en PT4H o PT30M (ISO 8601); no «" + duration + "».";
		}
	}

	/** The time to count; not for working days. */
	public Duration time() {
		return Duration.parse(this.duration);
	}

	/** The working days to count. */
	public int days() {
		Matcher days = DAYS.matcher(this.duration);
		if (!days.matches()) {
			throw new IllegalStateException("Not in days: " + this.duration);
		}
		return Integer.parseInt(days.group(1));
	}

	/** In Spanish, for example {@code 4 horas laborables}. */
	public String text() {
		if (this.counting == Counting.WORKING_DAYS) {
			return (days() == 1) ? "1 día laborable" : days() + " " + this.counting.label();
		}
		return Durations.text(time()) + ((this.counting == Counting.WORKING) ? " de horario laborable" : " seguidas");
	}

}
