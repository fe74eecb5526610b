package dev.escala.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Durations as people say them, in Spanish. */
public final class Durations {

	private Durations() {
	}

	/**
	 * For example {@code 4 h 30 min}; seconds are left out unless there is nothing else.
	 */
	public static String text(Duration duration) {
		List<String> parts = new ArrayList<>();
		if (duration.toHours() > 0) {
			parts.add(duration.toHours() + " h");
		}
		if (duration.toMinutesPart() > 0) {
			parts.add(duration.toMinutesPart() + " min");
		}
		return parts.isEmpty() ? duration.toSeconds() + " s" : String.join(" ", parts);
	}

}
