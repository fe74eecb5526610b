package dev.escala.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Says instants as people say them, in the organisation's zone, or in that of a reader
 * elsewhere, which is named then.
 */
@Component
public class DateTexts {

	private static final DateTimeFormatter ENGLISH_CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

	private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM HH:mm", Dates.SPANISH);

	private final ZoneId home;

	private final ZoneId zone;

	@Autowired
	DateTexts(@Value("${escala.zone:Europe/Madrid}") ZoneId home) {
		this(home, home);
	}

	private DateTexts(ZoneId home, ZoneId zone) {
		this.home = home;
		this.zone = zone;
	}

	/** The same for somebody who reads the times of that zone. */
	public DateTexts in(ZoneId reader) {
		return new DateTexts(this.home, reader);
	}

	/**
	 * For example {@code lunes 23 de noviembre, 10:00}, and for a reader elsewhere
	 * {@code lunes 23 de noviembre, 4:00 (hora de Colombia)}; {@code null} stays
	 * {@code null}.
	 */
	public String full(Instant instant, Locale locale) {
		if (instant == null) {
			return null;
		}
		ZonedDateTime time = instant.atZone(this.zone);
		return Dates.weekday(time, locale) + ", "
				+ (Dates.isEnglish(locale) ? ENGLISH_CLOCK.format(time) : Dates.clock(time)) + zoneName(locale);
	}

	private String zoneName(Locale locale) {
		return this.zone.equals(this.home) ? "" : " ("
				+ this.zone.getDisplayName(TextStyle.FULL, Dates.isEnglish(locale) ? Locale.UK : Dates.SPANISH) + ")";
	}

	/** In Spanish, in full. */
	public String full(Instant instant) {
		return full(instant, Dates.SPANISH);
	}

	/**
	 * A limit, for example {@code antes de las 10:00} on the same day and
	 * {@code antes del lunes 23 de noviembre, 10:00} on any other.
	 */
	public String before(Instant limit, Instant now) {
		ZonedDateTime time = limit.atZone(this.zone);
		if (!time.toLocalDate().equals(now.atZone(this.zone).toLocalDate())) {
			return "antes del " + full(limit);
		}
		return "antes de " + ((time.getHour() == 1) ? "la " : "las ") + Dates.clock(time);
	}

	/** For example {@code 23/11 10:00}. */
	public String brief(Instant instant) {
		return SHORT.format(instant.atZone(this.zone));
	}

}
