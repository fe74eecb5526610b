package dev.escala.rootcause;

import java.time.Instant;
import java.util.Set;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.ForbiddenException;
import dev.escala.validation.InvalidInputException;

/**
 * The root-cause analysis of one case as it stands now: the internal one, what its author
 * tells the customer, the customer's version composed from that, its review and its way
 * to the customer (001-29 to 001-32). Each step refuses a status from which it cannot be
 * taken.
 *
 * @param caseNumber the case; a case has one analysis at most
 * @param status how far it got
 * @param request who wanted it
 * @param internal what was found out, or {@code null} before it is written
 * @param account what its author tells the customer, or {@code null} before it is written
 * @param customerVersion what the customer reads, or {@code null} before it is composed
 * @param review what the last reviewer said, or {@code null}
 * @param sharing who released it, or {@code null}
 */
public record RootCauseAnalysis(CaseNumber caseNumber, RcaStatus status, Request request, InternalAnalysis internal,
		CustomerAccount account, CustomerVersion customerVersion, Review review, Sharing sharing) {

	/** An analysis that somebody, or a rule, asks for. */
	public static RootCauseAnalysis requested(CaseNumber caseNumber, UserId by, Instant at, String reason) {
		return new RootCauseAnalysis(caseNumber, RcaStatus.REQUESTED, new Request(by, at, reason), null, null, null,
				null, null);
	}

	/** The internal analysis is there, for the first time or again. */
	public RootCauseAnalysis write(InternalAnalysis analysis, CustomerAccount told) {
		from(RcaStatus.WRITTEN, RcaStatus.REQUESTED, RcaStatus.TO_REWRITE);
		return new RootCauseAnalysis(this.caseNumber, RcaStatus.WRITTEN, this.request, analysis, told, null,
				this.review, null);
	}

	/** The customer's version is composed and goes to review. */
	public RootCauseAnalysis compose(String text, String language) {
		from(RcaStatus.IN_REVIEW, RcaStatus.WRITTEN);
		CustomerVersion version = new CustomerVersion(text, language, this.internal.author());
		return new RootCauseAnalysis(this.caseNumber, RcaStatus.IN_REVIEW, this.request, this.internal, this.account,
				version, this.review, null);
	}

	/** Whether somebody wrote what the customer's version is made of, or its wording. */
	public boolean isWrittenBy(UserId person) {
		return (this.internal != null && person.equals(this.internal.author()))
				|| (this.customerVersion != null && person.equals(this.customerVersion.wordedBy()));
	}

	/**
	 * Somebody else has read the customer's version (004-64). Who wrote the analysis or
	 * the present wording is refused; sending back needs a note.
	 */
	public RootCauseAnalysis review(Verdict verdict, UserId reviewer, Instant at, String note) {
		from(verdict.next(), RcaStatus.IN_REVIEW);
		if (reviewer.equals(this.internal.author())) {
			throw new ForbiddenException("Quien escribió el análisis no puede revisarlo: la versión para el cliente "
					+ "la tiene que leer otra persona.");
		}
		if (reviewer.equals(this.customerVersion.wordedBy())) {
			throw new ForbiddenException("Quien corrigió la versión para el cliente no puede revisarla: la tiene que "
					+ "leer otra persona.");
		}
		Fields fields = new Fields();
		String kept = fields.optional("reviewNote", "la nota de la revisión", note, InternalAnalysis.LONGEST_TEXT);
		if (kept == null && verdict != Verdict.APPROVED) {
			fields.refuse("reviewNote", "Falta la nota de la revisión: diga qué hay que cambiar.");
		}
		fields.done();
		return new RootCauseAnalysis(this.caseNumber, verdict.next(), this.request, this.internal, this.account,
				this.customerVersion, new Review(reviewer, at, verdict, kept), null);
	}

	/** The customer's version is worded again and goes back to review. */
	public RootCauseAnalysis correct(UserId by, String text) {
		from(RcaStatus.IN_REVIEW, RcaStatus.TO_CORRECT);
		Fields fields = new Fields();
		String kept = fields.required("customerRcaText", "el texto para el cliente", text,
				InternalAnalysis.LONGEST_TEXT);
		fields.done();
		return new RootCauseAnalysis(this.caseNumber, RcaStatus.IN_REVIEW, this.request, this.internal, this.account,
				new CustomerVersion(kept, this.customerVersion.language(), by), this.review, null);
	}

	/** The executive lets it go to the customer (001-32). */
	public RootCauseAnalysis release(UserId by, Instant at, String note) {
		from(RcaStatus.RELEASED, RcaStatus.APPROVED);
		Fields fields = new Fields();
		String kept = fields.optional("shareNote", "la nota", note, InternalAnalysis.LONGEST_TEXT);
		fields.done();
		return new RootCauseAnalysis(this.caseNumber, RcaStatus.RELEASED, this.request, this.internal, this.account,
				this.customerVersion, this.review, new Sharing(by, at, kept, null));
	}

	/** The message to the customer is queued. */
	public RootCauseAnalysis share(Instant at) {
		from(RcaStatus.SHARED, RcaStatus.RELEASED);
		return new RootCauseAnalysis(this.caseNumber, RcaStatus.SHARED, this.request, this.internal, this.account,
				this.customerVersion, this.review,
				new Sharing(this.sharing.by(), this.sharing.releasedAt(), this.sharing.note(), at));
	}

	private void from(RcaStatus target, RcaStatus... sources) {
		if (!Set.of(sources).contains(this.status)) {
			throw new ConflictException("El RCA de " + this.caseNumber + " está en estado «" + this.status.label()
					+ "» y no puede pasar a «" + target.label() + "».");
		}
	}

	/**
	 * Who wanted the analysis.
	 *
	 * @param by user id, or {@code sistema} where the rules want it
	 * @param at when
	 * @param reason why, in the words of who asked
	 */
	public record Request(UserId by, Instant at, String reason) {
	}

	/**
	 * What the customer reads.
	 *
	 * @param text the whole text, at most 4000 characters
	 * @param language {@code es} or {@code en}
	 * @param wordedBy user id of who wrote what it is composed from, or corrected it
	 */
	public record CustomerVersion(String text, String language, UserId wordedBy) {
	}

	/**
	 * What a reviewer said.
	 *
	 * @param reviewer user id
	 * @param at when
	 * @param verdict what was said
	 * @param note what has to change, or {@code null}
	 */
	public record Review(UserId reviewer, Instant at, Verdict verdict, String note) {
	}

	/**
	 * Who let it go to the customer.
	 *
	 * @param by user id
	 * @param releasedAt when the executive decided
	 * @param note a note of theirs for the case, or {@code null}
	 * @param sharedAt when the message was queued, or {@code null} before that
	 */
	public record Sharing(UserId by, Instant releasedAt, String note, Instant sharedAt) {
	}

	/** What a reviewer may say; the codes are values of the form. */
	public enum Verdict {

		APPROVED("approved", RcaStatus.APPROVED), CORRECT("correct", RcaStatus.TO_CORRECT),
		REDO("redo", RcaStatus.TO_REWRITE);

		private final String code;

		private final RcaStatus next;

		Verdict(String code, RcaStatus next) {
			this.code = code;
			this.next = next;
		}

		/** The value in the form and in the process. */
		public String code() {
			return this.code;
		}

		RcaStatus next() {
			return this.next;
		}

		/** The verdict of a form; refuses any other value. */
		public static Verdict of(String code) {
			for (Verdict verdict : values()) {
				if (verdict.code.equals(code)) {
					return verdict;
				}
			}
			throw new InvalidInputException("rcaReview",
					"Falta el resultado de la revisión: aprobada, corregir el texto o rehacer el análisis.");
		}

	}

}
