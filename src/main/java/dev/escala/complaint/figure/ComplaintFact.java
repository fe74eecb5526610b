package dev.escala.complaint.figure;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

import dev.escala.complaint.ComplaintDoor;
import dev.escala.complaint.ComplaintOutcome;
import dev.escala.complaint.ComplaintPhase;
import dev.escala.complaint.classification.ComplaintKind;
import dev.escala.customer.Product;

/**
 * What figures ask of one complaint; nothing of it is anybody's.
 *
 * @param month in which it was presented
 * @param product of what the customer had contracted, or {@code null}
 * @param reason a code of {@code complaintReasons}, or {@code null}
 * @param seconds from its presentation to its answer, or {@code null} before
 * @param asked how often the customer was asked to complete it
 * @param completed how often they did
 * @param granted how many of its points were granted
 * @param partly how many in part
 * @param refused how many were refused
 * @param heard whether the customer felt heard, or {@code null} while they have not said
 * @param solved whether they say that it is solved, or {@code null}
 * @param terms its terms
 */
record ComplaintFact(YearMonth month, ComplaintKind kind, ComplaintDoor door, String language, String country,
		String region, Product product, String reason, ComplaintPhase phase, ComplaintOutcome outcome, Double seconds,
		int asked, int completed, int granted, int partly, int refused, Boolean heard, Boolean solved,
		List<Term> terms) {

	ComplaintFact {
		terms = List.copyOf(terms);
	}

	boolean isOpen() {
		return this.phase != ComplaintPhase.ENDED;
	}

	/**
	 * One of its terms, as far as it began.
	 *
	 * @param code for example {@code ES-G}
	 * @param norm what people know it by, for example {@code Ley 10/2025, art. 17.1}
	 * @param binding whether it is the one that obliges
	 * @param dueAt the first instant after it
	 * @param missed whether it was found missed
	 * @param metAt when the answer went out, or {@code null}
	 */
	record Term(String code, String norm, boolean binding, Instant dueAt, boolean missed, Instant metAt) {

		boolean isKept() {
			return this.metAt != null && this.metAt.isBefore(this.dueAt) && !this.missed;
		}

		/** Whether it is known by then how it ended. */
		boolean isOver(Instant now, boolean open) {
			return this.metAt != null || this.missed || (open && !this.dueAt.isAfter(now));
		}

	}

}
