package dev.escala.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Dates and times as people say them. */
class DatesTests {

	private static final LocalDate DATE = LocalDate.of(2026, 11, 3);

	private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

	private static final Instant MOMENT = LocalDateTime.of(2026, 11, 3, 9, 5).atZone(MADRID).toInstant();

	@Test
	@DisplayName("A date and a time of day, in figures and in words")
	void ways() {
		assertThat(Dates.figures(DATE)).isEqualTo("03/11/2026");
		assertThat(Dates.full(DATE, Dates.SPANISH)).isEqualTo("3 de noviembre de 2026");
		assertThat(Dates.full(DATE, Locale.ENGLISH)).isEqualTo("3 November 2026");
		assertThat(Dates.weekday(DATE, Dates.SPANISH)).isEqualTo("martes 3 de noviembre");
		assertThat(Dates.weekday(DATE, Locale.US)).isEqualTo("Tuesday 3 November");
		assertThat(Dates.weekday(DATE, Locale.FRENCH)).isEqualTo("martes 3 de noviembre");
		assertThat(Dates.month(DATE)).isEqualTo("noviembre de 2026");
		assertThat(Dates.clock(LocalTime.of(9, 5))).isEqualTo("9:05");
		assertThat(Dates.inLists(MADRID).format(MOMENT)).isEqualTo("3 nov 2026, 09:05");
	}

	@Test
	@DisplayName("What is due as a day ends is due on that day")
	void limits() {
		assertThat(Dates.limit(MOMENT, MADRID)).isEqualTo("3 nov 2026, 09:05");
		assertThat(Dates.limit(DATE.atStartOfDay(MADRID).toInstant(), MADRID))
			.isEqualTo("2 nov 2026, al final del día");
	}

	@Test
	@DisplayName("An instant is said in the organisation's zone, in the reader's language")
	void instants() {
		DateTexts texts = new DateTexts(MADRID);

		assertThat(texts.full(MOMENT)).isEqualTo("martes 3 de noviembre, 9:05");
		assertThat(texts.full(MOMENT, Locale.ENGLISH)).isEqualTo("Tuesday 3 November, 09:05");
		assertThat(texts.full(null)).isNull();
		assertThat(texts.brief(MOMENT)).isEqualTo("03/11 09:05");
		assertThat(texts.in(ZoneId.of("America/Bogota")).full(MOMENT))
			.isEqualTo("martes 3 de noviembre, 3:05 (hora de Colombia)");
		assertThat(texts.in(ZoneId.of("America/Bogota")).full(MOMENT, Locale.ENGLISH))
			.isEqualTo("Tuesday 3 November, 03:05 (Colombia Time)");
		assertThat(texts.in(MADRID).full(MOMENT)).isEqualTo(texts.full(MOMENT));
		assertThat(new DateTexts(ZoneId.of("America/Bogota")).full(MOMENT)).isEqualTo("martes 3 de noviembre, 3:05");
	}

}
