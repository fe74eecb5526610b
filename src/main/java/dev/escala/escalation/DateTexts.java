package dev.escala.escalation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says instants as people say them, in the organisation's zone. */
@Component
public class DateTexts {

	private static final Locale SPANISH = Locale.forLanguageTag("es-ES");

	private static final DateTimeFormatter LONG_SPANISH = DateTimeFormatter.ofPattern("EEEE d 'de' MMMM, H:mm",
			SPANISH);

	private static final DateTimeFormatter LONG_ENGLISH = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.UK);

	private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM HH:mm", SPANISH);

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
		boolean english = "en".equals(locale.getLanguage());
		return (english ? LONG_ENGLISH : LONG_SPANISH).format(instant.atZone(this.zone));
	}

	/** In Spanish, in full. */
	public String full(Instant instant) {
		return full(instant, SPANISH);
	}

	/** For example {@code 23/11 10:00}. */
	public String brief(Instant instant) {
		return SHORT.format(instant.atZone(this.zone));
	}

}
