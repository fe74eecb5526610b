package dev.escala.validation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads a moment as programs and people write it: with its offset, or as a local time in
 * the organisation's zone.
 */
@Component
public class Moments {

	private static final int LONGEST = 40;

	private final ZoneId zone;

	Moments(@Value("${escala.zone:Europe/Madrid}") ZoneId zone) {
		this.zone = zone;
	}

	/** The organisation's zone. */
	public ZoneId zone() {
		return this.zone;
	}

	/**
	 * Reads a moment that must be there. Of a local time that a change of the clocks
	 * repeats, the first one counts.
	 * @param label its Spanish name, for example "cuándo se reportó"
	 * @return the moment, or {@code null} where it was refused
	 */
	public Instant read(Fields fields, String field, String label, String value) {
		String text = fields.requiredLine(field, label, value, LONGEST);
		if (text.isEmpty()) {
			return null;
		}
		try {
			return (text.indexOf('Z') >= 0 || text.matches(".*[+-]\\d{2}:?\\d{2}"))
					? OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS)
					: local(fields, field, LocalDateTime.parse(text));
		}
		catch (DateTimeException ex) {
			fields.refuse(field, "La fecha se escribe como 2026-11-20T16:50 (hora de " + this.zone
					+ ") o como 2026-11-20T15:50:00Z.");
			return null;
		}
	}

	private Instant local(Fields fields, String field, LocalDateTime time) {
		if (this.zone.getRules().getValidOffsets(time).isEmpty()) {
			fields.refuse(field, "Esa hora no existe en " + this.zone + ": esa noche se adelanta el reloj.");
			return null;
		}
		return time.atZone(this.zone).toInstant().truncatedTo(ChronoUnit.MICROS);
	}

}
