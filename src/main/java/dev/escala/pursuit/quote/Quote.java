package dev.escala.pursuit.quote;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

import dev.escala.pursuit.Pursuit;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Amounts;
import dev.escala.text.Dates;

/**
 * A version of what is offered in an opportunity.
 *
 * @param number the opportunity
 * @param version from 1
 * @param status how far it got
 * @param offer what is offered
 * @param letterId the letter in which it leaves, or {@code null} before it is written
 * @param commitment the commitment that the gate asks for
 * @param preparedBy who prepared it
 * @param preparedAt when
 * @param sentAt when it left, or {@code null}
 * @param followUpAt when they are asked about it, or {@code null} before it left
 * @param note why it did not leave, or {@code null}
 */
public record Quote(CaseNumber number, int version, Status status, Offer offer, Long letterId, CaseNumber commitment,
		UserId preparedBy, Instant preparedAt, Instant sentAt, Instant followUpAt, String note) {

	/** How people call it, for example {@code OPO-2026-000001/2}. */
	public String reference() {
		return this.number + "/" + this.version;
	}

	/** What the opportunity is worth since it left. */
	Pursuit.Deal deal() {
		return new Pursuit.Deal(reference(), this.offer.amount(), this.offer.currency());
	}

	/** How far a quote got. */
	public enum Status {

		WAITING("todavía no ha salido"), SENT("enviada"), REPLACED("sustituida por otra"), RETURNED("no salió"),
		WITHDRAWN("retirada");

		private final String label;

		Status(String label) {
			this.label = label;
		}

		/** How it stands, in Spanish. */
		public String label() {
			return this.label;
		}

	}

	/**
	 * What is offered.
	 *
	 * @param content lines or text
	 * @param amount for how much, with two decimals
	 * @param currency ISO 4217
	 * @param discount how far below the list, in percent of it
	 * @param customTerms terms that are not our usual ones, or {@code null}
	 * @param terms our usual terms, or {@code null}
	 * @param validUntil its last day
	 */
	public record Offer(String content, BigDecimal amount, String currency, BigDecimal discount, String customTerms,
			String terms, LocalDate validUntil) {

		/** The amount in Spanish, for example {@code 12.500,00 EUR}. */
		public String price() {
			return price(Dates.SPANISH);
		}

		/** The amount as its reader writes it. */
		public String price(Locale locale) {
			return Amounts.said(this.amount, this.currency, locale);
		}

		/** The same with what is special about it: what a decision is asked for. */
		public String told() {
			return price() + ", con un descuento del " + Amounts.said(this.discount) + " %. Se ofrece: " + this.content
					+ ((this.customTerms == null) ? "" : "\nCondiciones a medida: " + this.customTerms)
					+ ((this.terms == null) ? "" : "\nCondiciones: " + this.terms);
		}

	}

}
