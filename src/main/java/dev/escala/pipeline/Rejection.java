package dev.escala.pipeline;

import java.time.Instant;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * That we said no to a prospect, and why (000-14).
 *
 * @param by user id of who rejected
 * @param at when
 * @param reason why, as people read it
 * @param source the request in which it was decided, for example {@code SOL-2026-000001},
 * or {@code null}
 * @param readmission how it was taken back, or {@code null} while it holds
 */
public record Rejection(UserId by, Instant at, String reason, CaseNumber source, Readmission readmission) {

	/**
	 * That a rejection does not hold any more.
	 *
	 * @param by user id of who took it back
	 * @param at when
	 * @param reason why
	 */
	public record Readmission(UserId by, Instant at, String reason) {
	}

}
