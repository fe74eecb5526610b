package dev.escala.calendar.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.escala.calendar.OwnDay;
import dev.escala.text.Shortening;
import dev.escala.validation.Fields;
import dev.escala.validation.TypedDay;

/** Days that people type, one a line: {@code 24/06/2027 San Juan}. */
final class LocalDays {

	private static final int LONGEST_NAME = 100;

	private LocalDays() {
	}

	/**
	 * Reads them as closed days.
	 * @param fields where refusals go, under the given field; each says the line
	 */
	static List<OwnDay> read(Fields fields, String field, String text, int year) {
		List<OwnDay> days = new ArrayList<>();
		Set<LocalDate> dates = new HashSet<>();
		for (String line : (text == null) ? List.<String>of() : text.lines().map(String::strip).toList()) {
			if (line.isEmpty()) {
				continue;
			}
			String[] parts = line.split("\\s+", 2);
			LocalDate date = TypedDay.read(fields, field, parts[0]);
			if (date == null) {
				continue;
			}
			if (date.getYear() != year) {
				fields.refuse(field, "«" + line(line) + "» no es un día de " + year + ".");
			}
			else if (parts.length < 2 || parts[1].length() > LONGEST_NAME) {
				fields.refuse(field, "«" + line(line) + "»: tras la fecha va el nombre de la fiesta, de hasta "
						+ LONGEST_NAME + " caracteres.");
			}
			else if (!dates.add(date)) {
				fields.refuse(field, "El día de «" + line(line) + "» está dos veces.");
			}
			else {
				days.add(new OwnDay(date.toString(), parts[1], List.of()));
			}
		}
		return days;
	}

	private static String line(String text) {
		return Shortening.withEllipsis(text, 60);
	}

}
