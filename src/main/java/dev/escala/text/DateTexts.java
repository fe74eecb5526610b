package dev.escala.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says instants as people say them, in the organisation's zone. */
@Component
public class DateTexts {

	private static final DateTimeFormatter ENGLISH_CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

	private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM HH:mm", Dates.SPANISH);

	private final ZoneId zone;

	DateTexts(@Value("${escala.zone:Europe/Madrid}") ZoneId zone) {
		this.zone = zone;
	}

	/**
	 * For example {@code lunes 23 de noviembre, 10:00}; {@code null} stays {@code null}.
	 */
	public String full(Instant instant, Locale locale) {
		if (instant == null) {
			return null;
		}
		ZonedDateTime time = instant.atZone(this.zone);
		return Dates.weekday(time, locale) + ", "
				+ (Dates.isEnglish(locale) ? ENGLISH_CLOCK.format(time) : Dates.clock(time));
	}

	/** In Spanish, in full. */
	public String full(Instant instant) {
		return full(instant, Dates.SPANISH);
	}

	/** For example {@code 23/11 10:00}. */
	public String brief(Instant instant) {
		return SHORT.format(instant.atZone(this.zone));
	}

}
