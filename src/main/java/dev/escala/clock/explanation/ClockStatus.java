package dev.escala.clock.explanation;

import java.time.Instant;

import dev.escala.clock.Deadline;

/** How a clock stands, in one word. */
public enum ClockStatus {

	RUNNING("En curso"), PAUSED("En pausa"), MET("Cumplido a tiempo"), MET_LATE("Cumplido fuera de plazo"),
	/** Its date has passed, whether or not anybody was told of it yet. */
	BREACHED("Vencido"),
	/** The case was over before the clock was. */
	STOPPED("Detenido: el caso terminó");

	private final String label;

	ClockStatus(String label) {
		this.label = label;
	}

	/** How the clock stands at that instant. */
	public static ClockStatus of(Deadline deadline, Instant now) {
		if (deadline.metAt() != null) {
			return deadline.isMissed() ? MET_LATE : MET;
		}
		if (deadline.breachedAt() != null) {
			return BREACHED;
		}
		if (deadline.stoppedAt() != null) {
			return STOPPED;
		}
		if (deadline.isPaused()) {
			return PAUSED;
		}
		return deadline.dueAt().isAfter(now) ? RUNNING : BREACHED;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
