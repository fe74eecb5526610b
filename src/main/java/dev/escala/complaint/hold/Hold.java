package dev.escala.complaint.hold;

import java.time.Instant;

import dev.escala.reference.UserId;

/**
 * Something that must not be done because of a complaint.
 *
 * @param id our id, by which other systems know it
 * @param kind what
 * @param until how long
 * @param norm what says so, in Spanish
 * @param because why, in Spanish
 * @param placedAt from when
 * @param releasedAt until when, or {@code null} while it holds
 * @param releasedBy who released it, or {@code null}
 * @param release why, or {@code null}
 * @param note the danger for which it was released, or {@code null}
 */
public record Hold(long id, HoldKind kind, HoldUntil until, String norm, String because, Instant placedAt,
		Instant releasedAt, UserId releasedBy, HoldRelease release, String note) {

	/** Whether it holds. */
	public boolean isPlaced() {
		return this.releasedAt == null;
	}

	/** What a program that is told of it knows the message by. */
	public String step() {
		return (isPlaced() ? "hold-placed-" : "hold-released-") + this.id;
	}

}
