package dev.escala.complaint.attention;

import java.time.Duration;
import java.time.Instant;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * Somebody asked for a human or a supervisor.
 *
 * @param id our id
 * @param kind whom they asked for
 * @param matter the matter in whose course it was, or {@code null}
 * @param callId how the telephone system names the call, or {@code null}
 * @param askedAt when they asked
 * @param attendedAt when they were attended, or {@code null} while nobody has
 * @param dueAt by when they are called back, or {@code null} where they need not be
 * @param phone the number to call back, or {@code null}
 * @param note what they want, or {@code null}
 * @param outcome what came of it, or {@code null}
 * @param attendedBy who attended them, or {@code null}
 */
public record AttentionRequest(long id, AttentionKind kind, CaseNumber matter, String callId, Instant askedAt,
		Instant attendedAt, Instant dueAt, String phone, String note, String outcome, UserId attendedBy) {

	/** By when a human or a supervisor is there (Ley 10/2025, arts. 8.2 and 8.3). */
	public static final Duration IN_TIME = Duration.ofMinutes(3);

	/** Whether they still wait. */
	public boolean isOpen() {
		return this.attendedAt == null;
	}

	/** Whether they were attended within three minutes. */
	public boolean isInTime() {
		return this.attendedAt != null && this.attendedAt.isBefore(this.askedAt.plus(IN_TIME));
	}

	/** When somebody is reminded of the call: when a third of the time is left. */
	public Instant remindAt() {
		return this.dueAt.minus(Duration.between(this.askedAt, this.dueAt).dividedBy(3));
	}

}
