package dev.escala.clock.count;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.escala.calendar.TimeSpan;
import dev.escala.clock.Pause;

/** The pauses that stop a clock, in any order; they may overlap. */
final class Ledger {

	private final List<Pause> pauses;

	Ledger(List<Pause> pauses, Target target) {
		this.pauses = pauses.stream()
			.filter((pause) -> target.mayPause() || pause.reason() == Pause.Reason.RESOLVED)
			.toList();
	}

	/** Whether a pause that has no end covers everything from then on. */
	boolean standsStillFrom(Instant from) {
		return this.pauses.stream().anyMatch((pause) -> pause.isOpen() && !pause.startedAt().isAfter(from));
	}

	/** Whether a clock that counts whole days stands still as one closes. */
	boolean coversClosing(Instant closes) {
		return this.pauses.stream()
			.anyMatch((pause) -> pause.startedAt().isBefore(closes)
					&& (pause.isOpen() || !pause.endedAt().isBefore(closes)));
	}

	/**
	 * When a clock that would be over then is over: at the end of the pause within which
	 * that lies. A pause that begins just then comes too late.
	 * @return empty where that pause has no end
	 */
	Optional<Instant> firstRunning(Instant at) {
		Instant running = at;
		boolean moved = true;
		while (moved) {
			moved = false;
			for (Pause pause : this.pauses) {
				boolean within = pause.startedAt().isBefore(running) || (running.isAfter(at) && pause.covers(running));
				if (within && pause.isOpen()) {
					return Optional.empty();
				}
				if (within && pause.endedAt().isAfter(running)) {
					running = pause.endedAt();
					moved = true;
				}
			}
		}
		return Optional.of(running);
	}

	/** Divides a stretch at the borders of pauses into what counts and what does not. */
	void split(TimeSpan span, List<TimeSpan> counted, List<TimeSpan> paused) {
		List<Instant> borders = new ArrayList<>(List.of(span.from(), span.to()));
		this.pauses.forEach((pause) -> {
			borders.add(pause.startedAt());
			if (!pause.isOpen()) {
				borders.add(pause.endedAt());
			}
		});
		List<Instant> inside = borders.stream()
			.filter((border) -> !border.isBefore(span.from()) && !border.isAfter(span.to()))
			.distinct()
			.sorted()
			.toList();
		for (int i = 0; i + 1 < inside.size(); i++) {
			TimeSpan piece = new TimeSpan(inside.get(i), inside.get(i + 1));
			boolean stands = this.pauses.stream().anyMatch((pause) -> pause.covers(piece.from()));
			append(stands ? paused : counted, piece);
		}
	}

	private static void append(List<TimeSpan> spans, TimeSpan piece) {
		int last = spans.size() - 1;
		if (last >= 0 && spans.get(last).to().equals(piece.from())) {
			spans.set(last, new TimeSpan(spans.get(last).from(), piece.to()));
		}
		else {
			spans.add(piece);
		}
	}

}
