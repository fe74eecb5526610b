package dev.escala.caselist.web;

import java.time.Duration;
import java.time.Instant;

import dev.escala.caselist.CaseLine;

/**
 * A line as the page shows it.
 *
 * @param line what it is
 * @param owner the name of who answers for it, or {@code null}
 * @param team the name of the group that has it, or {@code null}
 * @param late how late it is, for example {@code tarde 2 h}, or {@code null}
 * @param next the next deadline, for example {@code antes de las 10:00}, or {@code null}
 * @param began when it was reported, for example {@code hoy, 6:37}
 * @param told when the customer last heard from us likewise, or {@code null}
 */
record ShownLine(CaseLine line, String owner, String team, String late, String next, String began, String told) {

	/** Where its page is, or {@code null}. */
	public String href() {
		return (this.line.kind().page() == null) ? null : this.line.kind().page() + this.line.number();
	}

	/** In minutes below an hour, in hours up to two days, then in days. */
	static String late(Instant since, Instant now) {
		Duration late = Duration.between(since, now);
		if (late.toHours() < 1) {
			return "tarde " + Math.max(1, late.toMinutes()) + " min";
		}
		return (late.toHours() < 48) ? "tarde " + late.toHours() + " h" : "tarde " + late.toDays() + " días";
	}

}
