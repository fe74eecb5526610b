package dev.escala.calendar.official;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;

import dev.escala.text.Shortening;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.CsvUpload;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/** Reads the file of an official calendar. */
public final class OfficialFile {

	private static final String FIELD = "file";

	/** No holiday is longer: the end of such an event is a mistake. */
	private static final int LONGEST = 31;

	private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("d/M/uuuu")
		.withResolverStyle(ResolverStyle.STRICT);

	private OfficialFile() {
	}

	/**
	 * Reads a CSV file with the columns {@code fecha} (2027-06-24 or 24/06/2027) and
	 * {@code nombre}.
	 * @throws InvalidInputException for the field {@code file}
	 */
	public static OfficialDays csv(InputStream content, int year) throws IOException {
		OfficialDays days = new OfficialDays(year);
		try (CsvUpload upload = CsvUpload.of(content)) {
			upload.read(List.of("fecha", "nombre"), new CsvUpload.Rows() {

				@Override
				public void row(CsvUpload.Row row) {
					Optional<LocalDate> date = date(row.text("fecha"));
					date.ifPresentOrElse((found) -> days.add(found, row.text("nombre")),
							() -> days.ignore("Línea " + row.line() + ": «" + shown(row.text("fecha"))
									+ "» no es una fecha como 2027-06-24 o 24/06/2027."));
				}

				@Override
				public void rejected(long line, String reason) {
					days.ignore("Línea " + line + ": " + reason);
				}

			});
		}
		return days;
	}

	private static Optional<LocalDate> date(String text) {
		for (DateTimeFormatter format : List.of(DateTimeFormatter.ISO_LOCAL_DATE, TYPED)) {
			try {
				return Optional.of(LocalDate.parse((text == null) ? "" : text.strip(), format));
			}
			catch (DateTimeException ex) {
				// Perhaps the other way of writing it.
			}
		}
		return Optional.empty();
	}

	/**
	 * Reads an iCalendar file: events of whole days, once or each year.
	 * @throws InvalidInputException for the field {@code file}
	 */
	public static OfficialDays ics(InputStream content, int year) throws IOException {
		String text = new String(content.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
		OfficialDays days = new OfficialDays(year);
		try {
			for (VEvent event : new CalendarBuilder().build(new StringReader(text))
				.<VEvent>getComponents(Component.VEVENT)) {
				add(days, event);
			}
		}
		catch (ParserException | RuntimeException ex) {
			throw new InvalidInputException(FIELD, "No es un calendario iCalendar (.ics) que se pueda leer.");
		}
		return days;
	}

	private static void add(OfficialDays days, VEvent event) {
		String name = (event.getSummary() == null) ? "" : event.getSummary().getValue();
		Temporal start = (event.getDateTimeStart() == null) ? null : event.getDateTimeStart().getDate();
		if (event.getStatus() != null && "CANCELLED".equalsIgnoreCase(event.getStatus().getValue())) {
			return;
		}
		if (!(start instanceof LocalDate first)) {
			days.ignore("«" + shown(name) + "» no dura días enteros.");
			return;
		}
		Optional<DtEnd<Temporal>> end = event.getEndDate(true);
		long length = end.map((one) -> ChronoUnit.DAYS.between(first, LocalDate.from(one.getDate()))).orElse(1L);
		boolean yearly = event.getProperty(Property.RRULE)
			.map((rule) -> ((net.fortuna.ical4j.model.property.RRule<?>) rule).getRecur().getFrequency())
			.map((frequency) -> frequency == Frequency.YEARLY)
			.orElse(true);
		if (length > LONGEST || !yearly) {
			days.ignore("«" + shown(name) + "» dura más de un mes o se repite más de una vez al año.");
			return;
		}
		Period<Temporal> wanted = new Period<>(LocalDate.of(days.year(), 1, 1).minusDays(LONGEST),
				LocalDate.of(days.year() + 1, 1, 1));
		for (Period<Temporal> one : event.calculateRecurrenceSet(wanted)) {
			for (long day = 0; day < Math.max(length, 1); day++) {
				days.add(LocalDate.from(one.getStart()).plusDays(day), name);
			}
		}
	}

	private static String shown(String text) {
		return Shortening.withEllipsis((text == null) ? "" : text.strip(), 60);
	}

}
