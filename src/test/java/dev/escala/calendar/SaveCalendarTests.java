package dev.escala.calendar;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import dev.escala.validation.FieldProblem;
import dev.escala.validation.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@DisplayName("A calendar that cannot be counted with is refused, naming each field and what to do")
class SaveCalendarTests {

	private String code = "madrid";

	private String name = "Madrid";

	private String zone = "Europe/Madrid";

	private List<String> monday = List.of("09:00-14:00", "15:00-18:00");

	private String country = "es";

	private String region = "md";

	private List<OwnDay> days = List.of();

	@Test
	@DisplayName("A good one is kept tidy: codes in lower case, stretches and days in order, hours with two digits")
	void normalises() {
		this.monday = List.of("15:00-18:00", "9:00 - 14:00");
		this.country = "ES";
		this.region = "MD/mad";
		this.days = List.of(new OwnDay("2026-12-31", " Nochevieja ", List.of("9:00-14:00")),
				new OwnDay("2026-12-24", "Nochebuena", null));

		SaveCalendar calendar = build();

		assertThat(calendar.hours().monday()).containsExactly("09:00-14:00", "15:00-18:00");
		assertThat(calendar.hours().tuesday()).isEmpty();
		assertThat(calendar.country()).isEqualTo("es");
		assertThat(calendar.region()).isEqualTo("md/mad");
		assertThat(calendar.days()).containsExactly(new OwnDay("2026-12-24", "Nochebuena", List.of()),
				new OwnDay("2026-12-31", "Nochevieja", List.of("09:00-14:00")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "M", "m", "Madrid", "madrid_1", "-madrid", "madrid--norte", "1madrid", "señor",
			"countries", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" })
	void refusesCodes(String bad) {
		this.code = bad;

		assertThat(refused().get(0).field()).isEqualTo("code");
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|',
			value = { "Europe/Madird | ¿Quiso decir Europe/Madrid", "madrid | ¿Quiso decir Europe/Madrid",
					"+02:00 | un desfase suelto", "GMT+2 | un desfase suelto", "UTC+1 | como Europe/Madrid",
					"Marte/Olimpo | como Europe/Madrid" })
	void refusesZones(String bad, String message) {
		this.zone = bad;

		assertOnly("zone", message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTC", "Etc/GMT-14", "Pacific/Apia", "America/Argentina/Buenos_Aires" })
	void takesZones(String good) {
		this.zone = good;

		assertThat(build().calendar().zone().getId()).isEqualTo(good);
	}

	@ParameterizedTest(name = "{0} {1}: {2}")
	@CsvSource(delimiter = '|',
			value = { "09:00-13:00 | 12:59-15:00 | se solapa con 09:00-13:00",
					"00:00-24:00 | 23:00-24:00 | se solapa con 00:00-24:00",
					"09:00-18:00 | 09:00-18:00 | se solapa con 09:00-18:00",
					"09:00-10:00 | 18:00-15:00 | termina antes de empezar", "09:00-10:00 | 12:00-12:00 | no dura nada",
					"09:00-10:00 | 22:00-06:00 | pártalo: 22:00-24:00", "09:00-10:00 | 22:00-00:00 | se escribe 24:00",
					"09:00-10:00 | 12:00 | como 09:00-14:00", "09:00-10:00 | 12-14 | como 09:00-14:00",
					"09:00-10:00 | 12:00-25:00 | como 09:00-14:00", "09:00-10:00 | 24:00-24:00 | como 09:00-14:00",
					"09:00-10:00 | 12:60-13:00 | como 09:00-14:00" })
	void refusesHours(String first, String second, String message) {
		this.monday = List.of(first, second);

		assertOnly("hours.monday[1]", message);
	}

	@Test
	void refusesMissingStretchesAndTooMany() {
		this.monday = Arrays.asList("09:00-10:00", null);
		assertOnly("hours.monday[1]", "como 09:00-14:00");

		this.monday = Collections.nCopies(13, "09:00-10:00");
		assertOnly("hours.monday", "caben 12");
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', value = { "zz | código de dos letras", "España | es (España)", "espana | es (España)",
			"nyse | código de dos letras", "Mejico | mx (México)" })
	void refusesCountries(String bad, String message) {
		this.country = bad;

		assertOnly("country", message);
		assertOnly("country", "/api/calendars/countries");
	}

	@ParameterizedTest(name = "{0}/{1}: {2}")
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "es | madrid | md (Comunidad de Madrid)", "es | Cataluna | ct (Cataluña)",
					"es | zz | /api/calendars/countries", "ve | zulia | no tiene ninguna con festivos propios",
					"- | md | necesita su país" })
	void refusesRegions(String of, String bad, String message) {
		this.country = of;
		this.region = bad;

		assertOnly("region", message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-02-29", "24/12/2026", "mañana", "", "1999-12-31", "2200-01-01" })
	void refusesDates(String bad) {
		this.days = List.of(new OwnDay(bad, "Algo", List.of()));

		assertOnly("days[0].date", "como 2026-12-24");
	}

	@Test
	void refusesOwnDaysThatAreTwiceNamelessOrTooMany() {
		this.days = Arrays.asList(new OwnDay("2026-12-24", "Nochebuena", List.of()),
				new OwnDay("2026-12-24", null, List.of("10:00-09:00")), null);
		assertThat(refused()).extracting(FieldProblem::field)
			.containsExactly("days[1].date", "days[1].name", "days[1].hours[0]", "days[2]");

		this.days = IntStream.range(0, 501).mapToObj((i) -> new OwnDay("2026-12-24", "Día", List.of())).toList();
		assertOnly("days", "caben 500");
	}

	@Test
	void refusesACalendarWithoutHours() {
		this.monday = List.of();
		this.days = List.of(new OwnDay("2026-12-24", "Cerrado", List.of()));

		assertOnly("hours", "ninguna hora laborable");
	}

	@Test
	@DisplayName("Everything that is wrong is said at once")
	void saysEverything() {
		this.code = "X";
		this.name = " ";
		this.zone = "Nada";
		this.monday = List.of("10:00-09:00");
		this.region = "zz";
		this.days = List.of(new OwnDay("ayer", "a", List.of()));

		assertThat(refused()).extracting(FieldProblem::field)
			.containsExactly("code", "name", "zone", "hours.monday[0]", "region", "days[0].date");
	}

	private SaveCalendar build() {
		WeekHours hours = new WeekHours(this.monday, null, null, null, null, null, null);
		return new SaveCalendar(this.code, this.name, this.zone, hours, this.country, this.region, this.days);
	}

	private List<FieldProblem> refused() {
		InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class, this::build);
		assertThat(refusal).isNotNull();
		return refusal.problems();
	}

	private void assertOnly(String field, String message) {
		List<FieldProblem> problems = refused();
		assertThat(problems).extracting(FieldProblem::field).containsExactly(field);
		assertThat(problems.get(0).message()).contains(message);
	}

}
