package dev.escala.clock.count;

import java.time.Instant;
import java.util.Optional;

import dev.escala.calendar.TimeSpan;

/** What of a stretch lies between two instants. */
final class TimeSpans {

	private TimeSpans() {
	}

	static Optional<TimeSpan> between(Instant from, TimeSpan span, Instant until) {
		Instant begin = later(span.from(), from);
		Instant end = span.to().isAfter(until) ? until : span.to();
		return begin.isBefore(end) ? Optional.of(new TimeSpan(begin, end)) : Optional.empty();
	}

	static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

}
