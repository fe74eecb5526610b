package dev.escala.notification.channel;

import java.time.Duration;
import java.time.Instant;

import org.apache.hc.client5.http.utils.DateUtils;

/** Reads the header {@code Retry-After}: seconds, or a date of HTTP. */
final class RetryAfter {

	/** Whoever asks for more is asked again after this. */
	static final Duration LONGEST = Duration.ofHours(1);

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	private RetryAfter() {
	}

	/**
	 * How long to wait, from a second to an hour.
	 * @return {@code null} where there is no such header, or nobody can read it
	 */
	static Duration read(String header, Instant now) {
		if (header == null) {
			return null;
		}
		String text = header.strip();
		if (text.matches("\\d{1,9}")) {
			return within(Duration.ofSeconds(Long.parseLong(text)));
		}
		Instant date = DateUtils.parseStandardDate(text);
		return (date == null) ? null : within(Duration.between(now, date));
	}

	private static Duration within(Duration wanted) {
		if (wanted.compareTo(SHORTEST) < 0) {
			return SHORTEST;
		}
		return (wanted.compareTo(LONGEST) > 0) ? LONGEST : wanted;
	}

}
