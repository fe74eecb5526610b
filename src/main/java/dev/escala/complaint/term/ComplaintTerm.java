package dev.escala.complaint.term;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A term of a complaint, as it was counted last.
 *
 * @param code its code, for example {@code ES-G}
 * @param binding whether it is the one that obliges
 * @param norm the norm, in Spanish
 * @param told by when, in Spanish
 * @param because how it came to its date, a Spanish sentence each
 * @param warnAt when people are reminded, or {@code null} while it does not run
 * @param dueAt the first instant after it, or {@code null} while it does not run
 * @param warnedAt when they were reminded, or {@code null}
 * @param missedAt when it was found missed, or {@code null}
 * @param metAt when the answer went out, or {@code null}
 */
public record ComplaintTerm(String code, boolean binding, String norm, String told, List<String> because,
		Instant warnAt, Instant dueAt, Instant warnedAt, Instant missedAt, Instant metAt) {

	public ComplaintTerm {
		because = List.copyOf(because);
	}

	/** Whether somebody should still keep it, missed or not. */
	public boolean isOpen() {
		return this.metAt == null && this.dueAt != null;
	}

	/** Whether the answer was or is late. */
	public boolean isMissed() {
		return this.missedAt != null || (this.metAt != null && !this.metAt.isBefore(this.dueAt));
	}

	/** When somebody has to look after it next, if ever. */
	Optional<Instant> nextCheck() {
		if (!isOpen() || this.missedAt != null) {
			return Optional.empty();
		}
		return Optional.of((this.warnedAt == null) ? this.warnAt : this.dueAt);
	}

}
