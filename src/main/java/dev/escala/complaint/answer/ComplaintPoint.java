package dev.escala.complaint.answer;

import java.time.Instant;

import dev.escala.reference.UserId;

/**
 * One point of a complaint.
 *
 * @param id our id
 * @param position 1 for the first
 * @param words what the customer complains of, in their words
 * @param ruling what was decided, or {@code null} while nobody has
 * @param reason why, as the customer will read it, or {@code null}
 * @param norm the norm, clause or policy that it rests on, or {@code null}
 * @param decidedBy who decided, or {@code null}
 * @param decidedAt when, or {@code null}
 * @param version counts the changes, so that nobody overwrites what they did not see
 * @param changedBy who changed it last, or {@code null} while nobody has
 * @param before what the customer was answered before the complaint was investigated
 * again, or {@code null}
 */
public record ComplaintPoint(long id, int position, String words, PointRuling ruling, String reason, String norm,
		UserId decidedBy, Instant decidedAt, int version, UserId changedBy, PointDecision before) {

	/** Longest words, in characters. */
	public static final int LONGEST_WORDS = 500;

	/** Longest reason, in characters. */
	public static final int LONGEST_REASON = 1500;

	/** Longest norm, in characters. */
	public static final int LONGEST_NORM = 200;

	/** Whether the decision has to wait for it. */
	public boolean isOpen() {
		return this.ruling == null;
	}

	/**
	 * The same, to be decided again: what was answered before does not count any more.
	 */
	ComplaintPoint again() {
		return new ComplaintPoint(this.id, this.position, this.words, null, null, null, null, null, this.version,
				this.changedBy, new PointDecision(this.ruling, this.reason, this.norm));
	}

	/** Whether the customer does not get all of it. */
	public boolean isRefusal() {
		return this.ruling != null && this.ruling.isRefusal();
	}

}
