package dev.escala.servicelevel;

import java.time.Instant;

/**
 * One clock of one case. Instants are absolute; the zone of the calendar is in
 * {@code escala.zone}.
 *
 * @param caseNumber the case
 * @param clock which clock
 * @param startedAt when it began to count
 * @param dueAt when it is over
 * @param metAt when it was met, in time or late, or {@code null}
 * @param breachedAt when it was found missed, or {@code null}
 * @param stoppedAt when the case was over before the clock was met, or {@code null}
 * @param reason why this duration, in Spanish: the matched rule's annotation
 */
public record Deadline(String caseNumber, ServiceClock clock, Instant startedAt, Instant dueAt, Instant metAt,
		Instant breachedAt, Instant stoppedAt, String reason) {

	/** Whether somebody should still meet it, breached or not. */
	public boolean isOpen() {
		return this.metAt == null && this.stoppedAt == null;
	}

}
