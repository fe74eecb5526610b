package dev.escala.calendar.holiday;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Each weekday of 2025 to 2027 is what the law of its country makes it")
class HolidayTableTests {

	private static final List<String> COUNTRIES = List.of("ar", "bo", "br", "cl", "co", "cr", "cu", "do", "ec", "es",
			"gt", "hn", "mx", "ni", "pa", "pe", "pr", "pt", "py", "sv", "uy", "ve");

	@Test
	@DisplayName("Where the list says nothing, two libraries agreed, and so do we")
	void rest() throws Exception {
		Map<String, Set<LocalDate>> listed = new HashMap<>();
		for (CSVRecord row : reviewed()) {
			listed.computeIfAbsent(place(row), (key) -> new TreeSet<>()).add(LocalDate.parse(row.get("date")));
		}
		// A town has the days of its region.
		listed.forEach((place, dates) -> listed.forEach((town, own) -> {
			if (place.length() > 3 && town.startsWith(place + "/")) {
				own.addAll(dates);
			}
		}));
		List<String> differing = new ArrayList<>();
		listed.forEach((place, dates) -> {
			String country = place.substring(0, 2);
			String region = (place.length() == 3) ? null : place.substring(3);
			if (country.equals("pr")) {
				return;
			}
			Set<LocalDate> library = library(country, region);
			for (LocalDate date = LocalDate.of(2025, 1, 1); date.getYear() < 2028; date = date.plusDays(1)) {
				if (date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !dates.contains(date)
						&& library.contains(date) != PublicHolidays.on(date, country, region).isPresent()) {
					differing.add(place + " " + date + " " + PublicHolidays.on(date, country, region).orElse("-"));
				}
			}
		});

		assertThat(differing).isEmpty();
	}

	@Test
	@DisplayName("Portugal, which the list does not have, is what the library says of the whole country, with towns and islands")
	void portugal() {
		for (String region : new String[] { null, "11/LSB", "20", "30" }) {
			Set<LocalDate> library = library("pt", region);
			LocalDate.of(2025, 1, 1)
				.datesUntil(LocalDate.of(2028, 1, 1))
				.forEach((date) -> assertThat(PublicHolidays.on(date, "pt", region).isPresent()).as(region + " " + date)
					.isEqualTo(library.contains(date)));
		}
	}

	@ParameterizedTest(name = "{0} {1}: {2}")
	@CsvSource(nullValues = "-", value = { "ar, 2028-02-28, Lunes de Carnaval", "ar, 2028-08-14, -",
			"ar, 2028-08-17, -", "ar, 2028-08-21, Paso a la Inmortalidad del General San Martín",
			"ar, 2029-10-15, Día del Respeto a la Diversidad Cultural", "bo, 2029-02-13, Martes de Carnaval",
			"br, 2028-02-29, -", "cl, 2028-06-20, Día Nacional de los Pueblos Indígenas",
			"cl, 2028-10-09, Encuentro de Dos Mundos", "cl, 2028-10-27, Día de las Iglesias Evangélicas y Protestantes",
			"cl, 2028-01-03, -", "cl, 2029-09-17, Feriado adicional de Fiestas Patrias",
			"cl, 2030-09-20, Feriado adicional de Fiestas Patrias", "co, 2028-01-10, Epifanía del Señor",
			"co, 2029-05-14, Ascensión del Señor", "co, 2030-11-11, Independencia de Cartagena",
			"cr, 2029-12-01, Día de la Abolición del Ejército", "cu, 2029-12-31, Fin de año",
			"do, 2028-08-16, Día de la Restauración", "do, 2029-08-20, Día de la Restauración", "do, 2029-08-16, -",
			"ec, 2028-05-26, Batalla de Pichincha", "ec, 2028-05-24, -", "ec, 2029-05-25, Batalla de Pichincha",
			"ec, 2028-11-02, Fieles Difuntos", "ec, 2028-11-03, Independencia de Cuenca",
			"ec, 2029-11-01, Fieles Difuntos", "ec, 2029-11-02, Independencia de Cuenca",
			"es, 2029-03-30, Viernes Santo", "gt, 2028-07-03, Día del Ejército", "hn, 2028-04-17, Día de las Américas",
			"hn, 2028-04-14, Viernes Santo", "hn, 2029-10-04, Semana Morazánica",
			"mx, 2030-10-01, Transmisión del Poder Ejecutivo Federal", "mx, 2029-02-05, Día de la Constitución",
			"ni, 2028-05-30, Día de la Madre", "pa, 2028-02-29, Martes de Carnaval",
			"pe, 2028-12-09, Batalla de Ayacucho", "pr, 2029-07-04, Independencia de Estados Unidos",
			"pr, 2030-01-21, Natalicio de Martin Luther King", "pt, 2028-06-15, Corpus Christi", "pt, 2029-02-13, -",
			"py, 2028-05-15, Día de la Independencia", "sv, 2030-04-20, Sábado Santo", "uy, 2028-02-28, -",
			"ve, 2028-02-28, Lunes de Carnaval" })
	@DisplayName("2028 to 2030 follow the rules")
	void later(String country, LocalDate date, String name) {
		assertThat(PublicHolidays.on(date, country, null).orElse(null)).isEqualTo(name);
	}

	@Test
	@DisplayName("2028 to 2030 in each country: Christmas, Good Friday and Carnival, or neither where the law has none")
	void christmasAndEaster() {
		// Easter Sundays as the almanacs print them.
		for (LocalDate easter : List.of(LocalDate.of(2028, 4, 16), LocalDate.of(2029, 4, 1),
				LocalDate.of(2030, 4, 21))) {
			for (String country : COUNTRIES) {
				assertThat(free(easter.withMonth(12).withDayOfMonth(25), country)).as(country).isTrue();
				assertThat(free(easter.minusDays(2), country)).as("Good Friday of %s %s", country, easter.getYear())
					.isEqualTo(!Set.of("uy", "mx").contains(country));
				assertThat(free(easter.minusDays(48), country)).as("Monday of %s %s", country, easter.getYear())
					.isEqualTo(Set.of("ar", "bo", "ec", "ve").contains(country));
				assertThat(free(easter.minusDays(47), country)).as("Tuesday of %s %s", country, easter.getYear())
					.isEqualTo(Set.of("ar", "bo", "ec", "pa", "ve").contains(country));
			}
		}
	}

	private static boolean free(LocalDate date, String country) {
		return PublicHolidays.on(date, country, null).isPresent();
	}

	@ParameterizedTest(name = "{0} {1}: {2}")
	@CsvSource(nullValues = "-", value = { "cl, 2016-01-04, -", "cl, 2017-01-02, Feriado adicional de Año Nuevo",
			"cl, 2021-06-21, Día Nacional de los Pueblos Indígenas", "cr, 2019-12-01, -", "do, 2023-08-16, -",
			"do, 2022-08-15, Día de la Restauración", "do, 2024-08-16, Día de la Restauración",
			"do, 2036-08-16, Día de la Restauración", "gt, 2015-06-30, Día del Ejército", "gt, 2015-06-29, -",
			"hn, 2014-10-21, Día de las Fuerzas Armadas", "hn, 2015-10-21, -",
			"mx, 2005-03-21, Natalicio de Benito Juárez", "mx, 2011-03-21, Natalicio de Benito Juárez",
			"mx, 2012-03-21, -", "mx, 2018-12-01, Transmisión del Poder Ejecutivo Federal", "ni, 2025-02-21, -",
			"pe, 2021-12-09, -", "pe, 2022-12-09, Batalla de Ayacucho", "pt, 2012-10-05, Implantación de la República",
			"pt, 2014-12-01, -", "pt, 2016-05-26, Corpus Christi", "ve, 2011-12-24, -", "ve, 2012-12-24, Nochebuena" })
	@DisplayName("A law counts from its first year on")
	void before(String country, LocalDate date, String name) {
		assertThat(PublicHolidays.on(date, country, null).orElse(null)).isEqualTo(name);
	}

	@Test
	@DisplayName("What was taken from the list itself is marked as a decree, and no rule is")
	void basis() throws Exception {
		List<CSVRecord> rows = read("/dev/escala/calendar/holiday/holidays.csv");

		assertThat(rows).allMatch((row) -> !row.get("norm").isBlank() && !row.get("name").isBlank());
		assertThat(rows).filteredOn((row) -> row.get("basis").equals("decree"))
			.hasSizeGreaterThan(60)
			.allMatch((row) -> row.get("rule").matches("\\d{4}-\\d\\d-\\d\\d"));
		assertThat(rows).filteredOn((row) -> !row.get("basis").equals("decree"))
			.extracting((row) -> row.get("basis"))
			.containsOnly("law", "list", "libraries", "computed");
		Set<String> listed = reviewed().stream()
			.map((row) -> place(row) + row.get("date"))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(rows).filteredOn((row) -> row.get("rule").matches("202[5-7]-.*"))
			.filteredOn((row) -> listed.contains(place(row) + row.get("rule")))
			.extracting((row) -> row.get("basis"))
			.containsOnly("decree", "computed");
	}

	@Test
	@DisplayName("A holiday on a Sunday stays closed beside its substitute where the law says so")
	void stays() {
		assertThat(PublicHolidays.on(LocalDate.parse("2027-11-28"), "pa", null)).isPresent();
		assertThat(PublicHolidays.on(LocalDate.parse("2027-11-29"), "pa", null)).isPresent();
		assertThat(PublicHolidays.on(LocalDate.parse("2028-01-01"), "ec", null)).isEmpty();
	}

	@Test
	@DisplayName("A year beyond what was compared with its norms is unconfirmed")
	void unconfirmed() {
		assertThat(PublicHolidays.isUnconfirmed(2027, "es", "md/mad")).isFalse();
		assertThat(PublicHolidays.isUnconfirmed(2027, "es", "an")).isTrue();
		assertThat(PublicHolidays.isUnconfirmed(2028, "es", "md")).isTrue();
		assertThat(PublicHolidays.isUnconfirmed(2027, "ar", null)).isTrue();
		assertThat(PublicHolidays.isUnconfirmed(2026, "ar", null)).isFalse();
		assertThat(PublicHolidays.isUnconfirmed(2040, "fr", null)).isFalse();
	}

	private static Set<LocalDate> library(String country, String region) {
		HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country));
		String[] path = (region == null) ? new String[0] : region.split("/");
		return List.of(2024, 2025, 2026, 2027, 2028)
			.stream()
			.flatMap((year) -> manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, path).stream())
			.map(Holiday::getDate)
			.collect(Collectors.toSet());
	}

	private static List<CSVRecord> reviewed() throws Exception {
		return read("/calendar/holidays.csv");
	}

	private static List<CSVRecord> read(String file) throws Exception {
		try (Reader content = new InputStreamReader(HolidayTableTests.class.getResourceAsStream(file),
				StandardCharsets.UTF_8)) {
			return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(content).getRecords();
		}
	}

	private static String place(CSVRecord row) {
		return row.get("country") + "/" + row.get("region");
	}

}
