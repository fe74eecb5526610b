package dev.escala.staffing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

import dev.escala.reference.UserId;
import dev.escala.validation.Fields;

/**
 * The wish to be away, or that somebody else is. Days are days of the organisation's
 * zone.
 *
 * @param personId who is away
 * @param from the first day, {@code 2026-11-23}, or the first minute,
 * {@code 2026-11-23T14:00}
 * @param until the last day, which counts whole, or the minute of the return
 * @param deputy user id of who stands in, or {@code null}
 * @param reason why, on one line, or {@code null}
 * @throws dev.escala.validation.InvalidInputException naming every field that is wrong
 */
public record RequestAbsence(UserId personId, String from, String until, String deputy, String reason) {

	private static final Pattern SHAPE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?)?");

	private static final int DAY_LENGTH = "2026-11-23".length();

	public RequestAbsence {
		Fields fields = new Fields();
		from = fields.required("from", "el comienzo", from, 40);
		until = fields.required("until", "el final", until, 40);
		deputy = fields.optional("deputy", "el suplente", deputy, 64);
		reason = fields.optionalLine("reason", "el motivo", reason, 200);
		LocalDateTime begins = read(fields, "from", from, false);
		LocalDateTime ends = read(fields, "until", until, true);
		if (begins != null && ends != null) {
			if (!begins.isBefore(ends)) {
				fields.refuse("until", "El final debe ser posterior al comienzo.");
			}
			else if (ends.isAfter(begins.plusYears(1))) {
				fields.refuse("until", "Una ausencia no puede durar más de un año.");
			}
		}
		if (deputy != null && deputy.equals(personId.value())) {
			fields.refuse("deputy", "Nadie puede ser su propio suplente.");
		}
		fields.done();
	}

	/** The first moment of the absence, or {@code null} where it was refused. */
	Instant begins(Fields fields, ZoneId zone) {
		return moment(fields, "from", this.from, false, zone);
	}

	/** The first moment after the absence, or {@code null} where it was refused. */
	Instant ends(Fields fields, ZoneId zone) {
		return moment(fields, "until", this.until, true, zone);
	}

	/**
	 * A day begins when it begins, also where a change of the clocks leaves midnight out;
	 * a time that somebody wrote must exist. Of one that is repeated, the first counts.
	 */
	private static Instant moment(Fields fields, String field, String text, boolean end, ZoneId zone) {
		LocalDateTime time = read(fields, field, text, end);
		if (isTime(text) && zone.getRules().getValidOffsets(time).isEmpty()) {
			fields.refuse(field, "Esa hora no existe en " + zone + ": esa noche se adelanta el reloj.");
			return null;
		}
		return time.atZone(zone).toInstant();
	}

	private static boolean isTime(String text) {
		return text.length() > DAY_LENGTH;
	}

	private static LocalDateTime read(Fields fields, String field, String text, boolean end) {
		if (text.isEmpty()) {
			return null;
		}
		try {
			if (SHAPE.matcher(text).matches()) {
				return isTime(text) ? LocalDateTime.parse(text)
						: LocalDate.parse(text).plusDays(end ? 1 : 0).atStartOfDay();
			}
		}
		catch (DateTimeParseException ex) {
			// No such day: refused like any other text.
		}
		fields.refuse(field, "Se espera un día que exista, como 2026-11-23, o un día con hora, como 2026-11-23T14:00, "
				+ "en la hora de la organización y sin zona.");
		return null;
	}
}
