package dev.escala.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.escala.calendar.holiday.Countries;
import dev.escala.text.NearMatches;
import dev.escala.validation.Fields;
import dev.escala.validation.ZoneField;

/**
 * The wish to create or replace a calendar; valid by construction. Whether it has a
 * working hour within the next year depends on today and is asked when it is saved.
 *
 * @param code 2 to 40 lower-case letters, digits and single hyphens, such as
 * {@code madrid-centro}
 * @param name its Spanish name, on one line, at most 100 characters
 * @param zone a region of the time-zone database, such as {@code Europe/Madrid},
 * {@code UTC} or {@code Etc/GMT-14}. No bare offset like {@code +02:00}: whoever writes
 * one in summer would be an hour off in winter
 * @param hours the ordinary week
 * @param country whose public holidays are free, a code of {@link Countries}, or
 * {@code null} for none
 * @param region a code of one of its regions, such as {@code md} or {@code md/mad}, or
 * {@code null} for the whole country
 * @param days dates that are worked differently, at most 500, each once; {@code null} is
 * none
 * @throws dev.escala.validation.InvalidInputException naming every field that is wrong,
 * for example {@code hours.monday[1]} or {@code days[3].date}
 */
public record SaveCalendar(String code, String name, String zone, WeekHours hours, String country, String region,
		List<OwnDay> days) {

	private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

	private static final int MAX_DAYS = 500;

	/** The first year that a calendar can say anything of its own about. */
	public static final int FIRST_YEAR = 2000;

	/** The last such year. */
	public static final int LAST_YEAR = 2199;

	/** Addresses of the API that are no calendars. */
	private static final Set<String> RESERVED = Set.of("countries");

	private static final String WHERE_COUNTRIES = " Los que hay se consultan en GET /api/calendars/countries.";

	public SaveCalendar {
		Fields fields = new Fields();
		code = code(fields, code);
		name = fields.requiredLine("name", "el nombre del calendario", name, 100);
		zone = ZoneField.required(fields, "zone", "la zona horaria", zone);
		hours = (hours == null) ? WeekHours.of((day) -> List.of()) : hours;
		hours = week(fields, hours);
		Optional<Countries.Country> known = country(fields, country);
		// A region of an unknown country would only repeat the problem.
		boolean unknown = known.isEmpty() && country != null && !country.isBlank();
		region = unknown ? null : region(fields, known, region);
		country = known.map(Countries.Country::code).orElse(null);
		days = days(fields, (days == null) ? List.of() : days);
		fields.done();
		requireHours(hours, days);
	}

	/** What is kept of it. */
	public CalendarDefinition definition() {
		return new CalendarDefinition(this.code, this.name, this.zone, this.hours, this.country, this.region,
				this.days);
	}

	/** The calendar to count with. */
	public WorkingCalendar calendar() {
		return definition().calendar();
	}

	private static String code(Fields fields, String value) {
		String code = fields.required("code", "el código del calendario", value, 40);
		if (!code.isEmpty() && (!CODE.matcher(code).matches() || code.length() < 2)) {
			fields.refuse("code", "El código se escribe con entre 2 y 40 minúsculas sin acentos, cifras y guiones "
					+ "sueltos, y empieza por una letra: por ejemplo madrid-centro.");
		}
		if (RESERVED.contains(code)) {
			fields.refuse("code", "El código " + code + " está reservado. Elija otro.");
		}
		return code;
	}

	private static WeekHours week(Fields fields, WeekHours hours) {
		return WeekHours.of((day) -> HoursText.write(HoursText.read(fields, WeekHours.field(day), hours.on(day))));
	}

	private static Optional<Countries.Country> country(Fields fields, String value) {
		String code = fields.optional("country", "el país", value, 60);
		if (code == null) {
			return Optional.empty();
		}
		Optional<Countries.Country> known = Countries.find(code);
		if (known.isEmpty()) {
			List<String> near = NearMatches
				.of(code, Countries.all(), (country) -> List.of(country.name(), country.code()))
				.stream()
				.map((country) -> country.code() + " (" + country.name() + ")")
				.toList();
			fields.refuse("country", "No se conocen los festivos de ese país: se escribe su código de dos letras, como "
					+ "es o mx." + guess(near) + WHERE_COUNTRIES);
		}
		return known;
	}

	private static String region(Fields fields, Optional<Countries.Country> country, String value) {
		String code = fields.optional("region", "la región", value, 60);
		if (code == null) {
			return null;
		}
		if (country.isEmpty()) {
			fields.refuse("region", "Una región necesita su país (country), como es.");
			return null;
		}
		Optional<Countries.Region> known = country.get().region(code);
		if (known.isEmpty()) {
			List<String> near = NearMatches
				.of(code, country.get().regions(), (region) -> List.of(region.name(), region.code()))
				.stream()
				.map((region) -> region.code() + " (" + region.name() + ")")
				.toList();
			fields.refuse("region",
					"No se conoce esa región de " + country.get().name()
							+ (country.get().regions().isEmpty() ? ", que no tiene ninguna con festivos propios." : ".")
							+ guess(near) + WHERE_COUNTRIES);
		}
		return known.map(Countries.Region::code).orElse(null);
	}

	private static List<OwnDay> days(Fields fields, List<OwnDay> days) {
		if (days.size() > MAX_DAYS) {
			fields.refuse("days", "Hay demasiados días propios: " + days.size() + ", y caben " + MAX_DAYS + ".");
			return List.of();
		}
		List<OwnDay> read = new ArrayList<>();
		Set<LocalDate> dates = new HashSet<>();
		for (int i = 0; i < days.size(); i++) {
			String path = "days[" + i + "]";
			OwnDay day = days.get(i);
			if (day == null) {
				fields.refuse(path, "Falta el día.");
				continue;
			}
			LocalDate date = date(fields, path + ".date", day.date());
			if (date != null && !dates.add(date)) {
				fields.refuse(path + ".date", "El día " + date + " está dos veces.");
			}
			String name = fields.requiredLine(path + ".name", "el nombre del día", day.name(), 100);
			List<OpeningHours> hours = HoursText.read(fields, path + ".hours", day.hours());
			read.add(new OwnDay(String.valueOf(date), name, HoursText.write(hours)));
		}
		read.sort((one, other) -> one.date().compareTo(other.date()));
		return List.copyOf(read);
	}

	private static LocalDate date(Fields fields, String field, String value) {
		String text = fields.optional(field, "la fecha", value, 30);
		try {
			LocalDate date = (text == null) ? null : LocalDate.parse(text);
			if (date != null && date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
				return date;
			}
		}
		catch (DateTimeParseException ex) {
			// Refused below, like a date that is missing.
		}
		fields.refuse(field, "La fecha debe existir y escribirse como 2026-12-24, entre los años " + FIRST_YEAR + " y "
				+ LAST_YEAR + ".");
		return null;
	}

	private static void requireHours(WeekHours hours, List<OwnDay> days) {
		boolean none = Arrays.stream(DayOfWeek.values()).allMatch((day) -> hours.on(day).isEmpty())
				&& days.stream().allMatch((day) -> day.hours().isEmpty());
		if (none) {
			Fields fields = new Fields();
			fields.refuse("hours", "El calendario no tiene ninguna hora laborable: ningún plazo terminaría nunca. "
					+ "Indique al menos un tramo, por ejemplo hours.monday con 09:00-18:00.");
			fields.done();
		}
	}

	private static String guess(List<String> near) {
		return near.isEmpty() ? "" : String.format(Locale.ROOT, " ¿Quiso decir %s?", String.join(", ", near));
	}

}
