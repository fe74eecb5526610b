package dev.escala.staffing.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import dev.escala.staffing.Absence;
import dev.escala.text.Dates;

/** When an absence is, as people read it. */
final class SpanishSpan {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Dates.SPANISH);

	private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("EEE d MMM yyyy, H:mm", Dates.SPANISH);

	private SpanishSpan() {
	}

	static String of(Absence absence) {
		if (absence.from().equals(absence.until()) && !isMoment(absence.from())) {
			return "todo el " + text(absence.from());
		}
		return "del " + text(absence.from()) + " al " + text(absence.until());
	}

	private static String text(String moment) {
		return isMoment(moment) ? HOUR.format(LocalDateTime.parse(moment)) : DAY.format(LocalDate.parse(moment));
	}

	private static boolean isMoment(String text) {
		return text.indexOf('T') > 0;
	}

}
