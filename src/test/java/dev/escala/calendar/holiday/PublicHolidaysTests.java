package dev.escala.calendar.holiday;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Public holidays of countries and regions have Spanish names")
class PublicHolidaysTests {

	@ParameterizedTest(name = "{0}/{1} {2}: {3}")
	@CsvSource(nullValues = "-",
			value = { "es, -, 2026-01-06, Epifanía del Señor", "es, -, 2026-04-03, Viernes Santo",
					"es, -, 2026-05-02, -", "es, md, 2026-05-02, Fiesta de la comunidad autónoma",
					"es, md, 2026-11-02, Todos los Santos", "es, md, 2027-05-03, -", "es, md, 2027-05-02, -",
					"es, md, 2026-05-15, -", "es, md/mad, 2026-05-15, San Isidro",
					"es, md/mad, 2026-05-02, Fiesta de la comunidad autónoma",
					"es, ct, 2026-09-11, Fiesta de la comunidad autónoma", "es, ct, 2026-12-26, San Esteban",
					"es, ct, 2026-04-02, -", "mx, -, 2026-03-16, Natalicio de Benito Juárez",
					"mx, -, 2026-09-16, Día de la Independencia", "br, -, 2026-11-15, Proclamación de la República",
					"br, sp, 2026-07-09, Revolución Constitucionalista", "br, -, 2026-07-09, -",
					"co, -, 2026-01-12, Epifanía del Señor", "co, -, 2026-01-06, -",
					"ar, -, 2026-05-25, Revolución de Mayo", "us, -, 2026-11-26, Acción de Gracias",
					"us, -, 2026-07-03, Día de la Independencia", "us, ny, 2026-10-12, Día de Colón",
					// Moved into the year before.
					"us, -, 2027-12-31, Año Nuevo", "us, -, 2028-01-01, -" })
	void knows(String country, String region, LocalDate date, String name) {
		assertThat(PublicHolidays.on(date, country, region).orElse(null)).isEqualTo(name);
	}

	@Test
	@DisplayName("Observances and holidays of banks are worked")
	void onlyPublicHolidays() {
		assertThat(PublicHolidays.on(LocalDate.parse("2026-02-19"), "mx", null)).isEmpty();
		assertThat(PublicHolidays.on(LocalDate.parse("2026-05-05"), "mx", "pue")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ES", "MX", "GT", "HN", "SV", "NI", "CR", "PA", "CU", "DO", "CO", "VE", "EC", "PE", "BO",
			"CL", "AR", "UY", "PY", "BR", "US", "PT" })
	@DisplayName("No holiday of Spain, the Americas and Portugal is left without a Spanish name")
	void namesAreComplete(String upper) {
		Countries.Country country = Countries.find(upper).orElseThrow();
		HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country.code()));
		List<String> regions = new ArrayList<>(country.regions().stream().map(Countries.Region::code).toList());
		regions.add("");
		Set<String> unnamed = new TreeSet<>();
		for (String region : regions) {
			for (int year = 2024; year <= 2032; year++) {
				manager
					.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY,
							region.isEmpty() ? new String[0] : region.split("/"))
					.stream()
					.filter((holiday) -> SpanishNames.knownHoliday(country.code(), holiday.getPropertiesKey())
						.isEmpty())
					.forEach((holiday) -> unnamed.add(holiday.getPropertiesKey()));
			}
		}

		assertThat(unnamed).isEmpty();
	}

	@Test
	@DisplayName("A holiday without a Spanish name still says what it is")
	void fallsBack() {
		assertThat(PublicHolidays.on(LocalDate.parse("2026-02-06"), "nz", null)).contains("Festivo (Waitangi Day)");
	}

	@Test
	@DisplayName("Countries and regions are listed by their Spanish names, without stock exchanges")
	void countries() {
		assertThat(Countries.all()).hasSizeGreaterThan(200)
			.extracting(Countries.Country::name)
			.contains("España", "México", "Estados Unidos")
			.doesNotContain("NYSE");
		assertThat(Countries.find("ES").orElseThrow().regions()).extracting(Countries.Region::code)
			.contains("md", "md/mad", "ct/bcn");
		assertThat(Countries.find("es").orElseThrow().region("MD")).get()
			.extracting(Countries.Region::name)
			.isEqualTo("Comunidad de Madrid");
		assertThat(Countries.find("nyse")).isEmpty();
		assertThat(Countries.find("zz")).isEmpty();
	}

	@Test
	@DisplayName("Many threads that ask at once get the same answers")
	void manyThreads() throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(16);
		try {
			Callable<Long> count = () -> IntStream.rangeClosed(2040, 2044)
				.mapToLong((year) -> LocalDate.of(year, 1, 1)
					.datesUntil(LocalDate.of(year + 1, 1, 1))
					.filter((date) -> PublicHolidays.on(date, "co", null).isPresent())
					.count())
				.sum();
			List<Future<Long>> answers = new ArrayList<>();
			for (int i = 0; i < 16; i++) {
				answers.add(pool.submit(count));
			}
			Set<Long> counts = new TreeSet<>();
			for (Future<Long> answer : answers) {
				counts.add(answer.get());
			}
			assertThat(counts).hasSize(1).allMatch((number) -> number > 80);
		}
		finally {
			pool.shutdownNow();
		}
	}

}
