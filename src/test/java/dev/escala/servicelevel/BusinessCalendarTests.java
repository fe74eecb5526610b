package dev.escala.servicelevel;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * November 2026: the 20th is a Friday. Summer time began on 29 March, ends 25 October.
 */
class BusinessCalendarTests {

	private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

	private static final ZoneId CANARIES = ZoneId.of("Atlantic/Canary");

	@ParameterizedTest(name = "{0} + {1} = {2}")
	@CsvSource({ "2026-11-18T10:00, PT2H, 2026-11-18T12:00", "2026-11-18T10:00, PT8H, 2026-11-18T18:00",
			"2026-11-18T07:00, PT1H, 2026-11-18T10:00", "2026-11-18T22:00, PT1H, 2026-11-19T10:00",
			"2026-11-18T18:00, PT1M, 2026-11-19T09:01", "2026-11-20T16:50, PT1H, 2026-11-20T17:50",
			"2026-11-20T16:50, PT1H10M, 2026-11-20T18:00", "2026-11-20T16:50, PT2H, 2026-11-23T09:50",
			"2026-11-21T12:00, PT4H, 2026-11-23T13:00", "2026-11-22T23:59, PT9H, 2026-11-23T18:00",
			"2026-11-20T17:00, PT40H, 2026-11-27T12:00", "2026-12-31T17:00, PT2H, 2027-01-01T10:00" })
	void countsWorkingTimeOnlyWhileWeAreOpen(LocalDateTime start, Duration duration, LocalDateTime due) {
		assertThat(calendar(MADRID).after(at(start, MADRID), duration, Counting.WORKING)).isEqualTo(at(due, MADRID));
	}

	@ParameterizedTest(name = "{0} + {1} = {2}")
	@CsvSource({ "2026-03-27T17:00, PT2H, 2026-03-30T08:00:00Z", "2026-10-23T17:00, PT2H, 2026-10-26T09:00:00Z" })
	void opensAtTheSameWallClockTimeAfterTheClocksHaveChanged(LocalDateTime start, Duration duration, Instant due) {
		assertThat(calendar(MADRID).after(at(start, MADRID), duration, Counting.WORKING)).isEqualTo(due);
	}

	@Test
	void countsTheRealLengthOfANightOnWhichTheClocksChange() {
		BusinessCalendar nights = new BusinessCalendar(
				new CalendarProperties(LocalTime.of(0, 0), LocalTime.of(6, 0), EnumSet.allOf(DayOfWeek.class)), MADRID);

		// 02:00 becomes 03:00: that night has five hours.
		assertThat(nights.after(at("2026-03-29T01:30", MADRID), Duration.ofHours(1), Counting.WORKING))
			.isEqualTo(at("2026-03-29T03:30", MADRID));
		assertThat(nights.after(at("2026-03-29T00:00", MADRID), Duration.ofHours(6), Counting.WORKING))
			.isEqualTo(at("2026-03-30T01:00", MADRID));
		// 03:00 becomes 02:00: that one has seven.
		assertThat(nights.after(at("2026-10-25T00:00", MADRID), Duration.ofHours(7), Counting.WORKING))
			.isEqualTo(at("2026-10-25T06:00", MADRID));
	}

	@ParameterizedTest(name = "{0} + {1} = {2}")
	@CsvSource({ "2026-03-29T00:30, PT6H, 2026-03-29T07:30", "2026-10-25T00:30, PT6H, 2026-10-25T05:30",
			"2026-11-20T17:50, PT30M, 2026-11-20T18:20" })
	void countsElapsedTimeDayAndNight(LocalDateTime start, Duration duration, LocalDateTime due) {
		assertThat(calendar(MADRID).after(at(start, MADRID), duration, Counting.ELAPSED)).isEqualTo(at(due, MADRID));
	}

	@Test
	void opensAnHourLaterOnTheCanaries() {
		Instant saturday = Instant.parse("2026-11-21T12:00:00Z");

		assertThat(calendar(MADRID).after(saturday, Duration.ofHours(1), Counting.WORKING))
			.isEqualTo("2026-11-23T09:00:00Z");
		assertThat(calendar(CANARIES).after(saturday, Duration.ofHours(1), Counting.WORKING))
			.isEqualTo("2026-11-23T10:00:00Z");
	}

	@Test
	void knowsWhichDayItIsInItsZoneAndNotInUtc() {
		// Monday 00:30 in Madrid is still Sunday in UTC.
		assertThat(calendar(MADRID).after(Instant.parse("2026-11-22T23:30:00Z"), Duration.ofHours(9), Counting.WORKING))
			.isEqualTo(at("2026-11-23T18:00", MADRID));
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-1H", "P367D" })
	void refusesDurationsThatNoDeadlineHas(Duration duration) {
		for (Counting counting : Counting.values()) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> calendar(MADRID).after(Instant.EPOCH, duration, counting))
				.withMessageContaining(duration.toString());
		}
	}

	@Test
	void takesTheLongestDurationWithOneDayAWeek() {
		BusinessCalendar sundays = new BusinessCalendar(
				new CalendarProperties(LocalTime.of(9, 0), LocalTime.of(10, 0), Set.of(DayOfWeek.SUNDAY)), MADRID);

		assertThat(sundays.after(Instant.EPOCH, Duration.ofDays(366), Counting.WORKING))
			.isEqualTo(at("1970-01-04T10:00", MADRID).atZone(MADRID).plusWeeks(366 * 24 - 1).toInstant());
	}

	private static BusinessCalendar calendar(ZoneId zone) {
		return new BusinessCalendar(new CalendarProperties(LocalTime.of(9, 0), LocalTime.of(18, 0),
				EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)), zone);
	}

	private static Instant at(String local, ZoneId zone) {
		return at(LocalDateTime.parse(local), zone);
	}

	private static Instant at(LocalDateTime local, ZoneId zone) {
		return local.atZone(zone).toInstant();
	}

}
