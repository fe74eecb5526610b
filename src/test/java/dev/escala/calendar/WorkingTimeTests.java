package dev.escala.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("An instant is worked exactly when its wall-clock time lies in opening hours")
class WorkingTimeTests {

	@Test
	@DisplayName("An ordinary day has its stretches, and touching ones are one")
	void ordinaryDay() {
		WorkingCalendar calendar = CalendarExamples.in("Europe/Madrid")
			.weekdays("16:00-18:30", "09:00-12:00", "12:00-14:00")
			.calendar();

		assertThat(open(calendar, "2026-11-23")).containsExactly("2026-11-23T08:00:00Z/2026-11-23T13:00:00Z",
				"2026-11-23T15:00:00Z/2026-11-23T17:30:00Z");
		assertThat(calendar.day(LocalDate.parse("2026-11-23")).hours()).extracting(OpeningHours::toString)
			.containsExactly("09:00-12:00", "12:00-14:00", "16:00-18:30");
		assertThat(open(calendar, "2026-11-22")).isEmpty();
		assertThat(calendar.isOpenAt(Instant.parse("2026-11-23T08:00:00Z"))).isTrue();
		assertThat(calendar.isOpenAt(Instant.parse("2026-11-23T13:00:00Z"))).isFalse();
	}

	@Test
	@DisplayName("24:00 is the end of the day, and the whole day is the whole day")
	void midnight() {
		WorkingCalendar late = CalendarExamples.in("Europe/Madrid").everyDay("22:00-24:00", "00:00-06:00").calendar();
		WorkingCalendar always = CalendarExamples.in("UTC").everyDay("00:00-24:00").calendar();

		assertThat(open(late, "2026-11-23")).containsExactly("2026-11-22T23:00:00Z/2026-11-23T05:00:00Z",
				"2026-11-23T21:00:00Z/2026-11-23T23:00:00Z");
		assertThat(open(always, "2024-02-29")).containsExactly("2024-02-29T00:00:00Z/2024-03-01T00:00:00Z");
		assertThat(always.isOpenAt(Instant.parse("2026-12-31T23:59:59.999Z"))).isTrue();
	}

	@ParameterizedTest(name = "{0} on {1}: {2} minutes")
	@CsvSource({
			// The hour from 2 to 3 does not exist, or comes twice.
			"Europe/Madrid, 2026-03-29, 1380", "Europe/Madrid, 2026-10-25, 1500", "America/New_York, 2026-03-08, 1380",
			"America/New_York, 2026-11-01, 1500", "Atlantic/Canary, 2026-10-25, 1500",
			// Begins at one o'clock; and a Saturday whose last hour comes twice.
			"America/Sao_Paulo, 2018-11-04, 1380", "America/Sao_Paulo, 2018-02-17, 1500",
			"America/Sao_Paulo, 2018-02-18, 1440",
			// Half an hour, and a country that left a date out.
			"Australia/Lord_Howe, 2026-04-05, 1470", "Pacific/Apia, 2011-12-30, 0", "Pacific/Apia, 2011-12-31, 1440",
			"Etc/GMT-14, 2026-03-29, 1440", "Pacific/Pago_Pago, 2026-10-25, 1440" })
	@DisplayName("A day that is always open is as long as it really is")
	void lengthOfDays(String zone, String date, long minutes) {
		WorkingCalendar calendar = CalendarExamples.in(zone).everyDay("00:00-24:00").calendar();

		assertThat(minutes(calendar, date)).isEqualTo(minutes);
	}

	@Test
	@DisplayName("The hour that comes twice in Madrid is worked twice, one that is left out is not worked")
	void nightsInMadrid() {
		WorkingCalendar night = CalendarExamples.in("Europe/Madrid").everyDay("02:00-03:00").calendar();
		WorkingCalendar until = CalendarExamples.in("Europe/Madrid").everyDay("01:00-02:30").calendar();
		WorkingCalendar from = CalendarExamples.in("Europe/Madrid").everyDay("02:30-04:00").calendar();

		assertThat(open(night, "2026-10-25")).containsExactly("2026-10-25T00:00:00Z/2026-10-25T02:00:00Z");
		assertThat(open(night, "2026-03-29")).isEmpty();
		assertThat(open(until, "2026-10-25")).containsExactly("2026-10-24T23:00:00Z/2026-10-25T00:30:00Z",
				"2026-10-25T01:00:00Z/2026-10-25T01:30:00Z");
		assertThat(open(from, "2026-10-25")).containsExactly("2026-10-25T00:30:00Z/2026-10-25T01:00:00Z",
				"2026-10-25T01:30:00Z/2026-10-25T03:00:00Z");
		assertThat(open(from, "2026-03-29")).containsExactly("2026-03-29T01:00:00Z/2026-03-29T02:00:00Z");
	}

	@Test
	@DisplayName("Where clocks go back across midnight, a date comes back after its end and keeps both parts")
	void dateThatComesBack() {
		WorkingCalendar calendar = CalendarExamples.in("America/St_Johns").everyDay("00:00-24:00").calendar();

		// On 29 October 2006 at 00:01 it became 23:01 of the 28th.
		assertThat(open(calendar, "2006-10-28")).containsExactly("2006-10-28T02:30:00Z/2006-10-29T02:30:00Z",
				"2006-10-29T02:31:00Z/2006-10-29T03:30:00Z");
		assertThat(open(calendar, "2006-10-29")).containsExactly("2006-10-29T02:30:00Z/2006-10-29T02:31:00Z",
				"2006-10-29T03:30:00Z/2006-10-30T03:30:00Z");
	}

	@ParameterizedTest(name = "{0} around {1}")
	@CsvSource({ "Europe/Madrid, 2026-03-29", "Europe/Madrid, 2026-10-25", "Atlantic/Canary, 2026-03-29",
			"America/New_York, 2026-03-08", "America/New_York, 2026-11-01", "America/Sao_Paulo, 2018-11-04",
			"America/Sao_Paulo, 2018-02-17", "America/Mexico_City, 2022-10-30", "America/Bogota, 1993-02-06",
			"America/Argentina/Buenos_Aires, 2009-03-14", "Pacific/Apia, 2011-12-30", "Pacific/Apia, 2021-04-04",
			"Pacific/Pago_Pago, 2024-02-29", "Etc/GMT-14, 2026-12-31", "America/St_Johns, 2006-10-29",
			"Australia/Lord_Howe, 2026-04-05", "Africa/Casablanca, 2026-02-15", "Antarctica/Troll, 2026-03-29" })
	@DisplayName("A walk minute by minute finds the same")
	void walk(String zone, String around) {
		for (List<String> hours : List.of(List.of("00:00-24:00"), List.of("00:30-02:15", "02:45-03:10", "22:20-24:00"),
				List.of("00:00-00:01", "23:01-24:00"), List.of("09:00-14:00", "16:00-19:00"))) {
			WorkingCalendar calendar = CalendarExamples.in(zone).everyDay(hours.toArray(String[]::new)).calendar();
			for (LocalDate date = LocalDate.parse(around).minusDays(2); !date
				.isAfter(LocalDate.parse(around).plusDays(2)); date = date.plusDays(1)) {
				assertThat(calendar.openOn(date)).as("%s %s %s", zone, date, hours)
					.isEqualTo(walked(ZoneId.of(zone), date, hours));
			}
		}
	}

	/** Looks at the clock on the wall once a minute for four days. */
	private static List<TimeSpan> walked(ZoneId zone, LocalDate date, List<String> hours) {
		List<TimeSpan> spans = new ArrayList<>();
		Instant end = Instant.parse(date + "T00:00:00Z").plus(Duration.ofDays(3));
		Instant began = null;
		for (Instant minute = end.minus(Duration.ofDays(5)); minute.isBefore(end); minute = minute.plusSeconds(60)) {
			ZonedDateTime wall = minute.atZone(zone);
			boolean open = wall.toLocalDate().equals(date)
					&& hours.stream().anyMatch((stretch) -> contains(stretch, wall.toLocalTime()));
			if (open && began == null) {
				began = minute;
			}
			if (!open && began != null) {
				spans.add(new TimeSpan(began, minute));
				began = null;
			}
		}
		assertThat(began).isNull();
		return spans;
	}

	private static boolean contains(String stretch, LocalTime time) {
		String wall = time.toString().substring(0, 5);
		return stretch.substring(0, 5).compareTo(wall) <= 0 && wall.compareTo(stretch.substring(6)) < 0;
	}

	@Test
	@DisplayName("An own day counts before a public holiday, and that before the weekday")
	void ownDaysFirst() {
		WorkingCalendar calendar = CalendarExamples.in("Europe/Madrid")
			.weekdays("09:00-18:00")
			.holidays("es", "md")
			.day("2026-12-08", "Campaña de Navidad", "10:00-14:00")
			.day("2026-12-24", "Nochebuena", "09:00-14:00")
			.day("2026-12-28", "Cierre por inventario")
			.day("2026-12-12", "Sábado de campaña", "10:00-20:00")
			.calendar();

		assertThat(day(calendar, "2026-12-08")).isEqualTo("[10:00-14:00] Campaña de Navidad");
		assertThat(day(calendar, "2026-12-24")).isEqualTo("[09:00-14:00] Nochebuena");
		assertThat(day(calendar, "2026-12-28")).isEqualTo("[] Cierre por inventario");
		assertThat(day(calendar, "2026-12-12")).isEqualTo("[10:00-20:00] Sábado de campaña");
		assertThat(day(calendar, "2026-12-25")).isEqualTo("[] Navidad");
		assertThat(day(calendar, "2026-12-07")).isEqualTo("[] Día de la Constitución");
		assertThat(day(calendar, "2026-12-09")).isEqualTo("[09:00-18:00] null");
		assertThat(day(calendar, "2026-12-13")).isEqualTo("[] null");
		assertThat(minutes(calendar, "2026-12-24")).isEqualTo(300);
		assertThat(open(calendar, "2026-12-25")).isEmpty();
	}

	@Test
	@DisplayName("Without a country no day is a holiday")
	void withoutHolidays() {
		WorkingCalendar calendar = CalendarExamples.in("Europe/Madrid").weekdays("09:00-18:00").calendar();

		assertThat(day(calendar, "2026-12-25")).isEqualTo("[09:00-18:00] null");
	}

	private static String day(WorkingCalendar calendar, String date) {
		WorkingDay day = calendar.day(LocalDate.parse(date));
		assertThat(day.date()).isEqualTo(date);
		return day.hours() + " " + day.note();
	}

	private static List<String> open(WorkingCalendar calendar, String date) {
		return calendar.openOn(LocalDate.parse(date)).stream().map((span) -> span.from() + "/" + span.to()).toList();
	}

	private static long minutes(WorkingCalendar calendar, String date) {
		return calendar.openOn(LocalDate.parse(date)).stream().mapToLong((span) -> span.length().toMinutes()).sum();
	}

}
