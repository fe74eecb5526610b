package dev.escala.complaint.remedy;

import java.math.BigDecimal;

import dev.escala.reference.CaseNumber;
import dev.escala.validation.Fields;

/**
 * What somebody wants to grant; valid by construction.
 *
 * @param kind what it is
 * @param amount euros with at most two decimals, 0 where there is no amount
 * @param what what exactly the customer gets, 1 to 500 characters
 * @param reason why, where it is not what the table proposes (004-22), or {@code null}
 * @param commitment the commitment that allows it, or {@code null}
 * @param exception why it may be offered where nothing may, or {@code null}
 */
public record RemedyRequest(RemedyKind kind, BigDecimal amount, String what, String reason, CaseNumber commitment,
		OfferException exception) {

	private static final int LONGEST_WHAT = 500;

	private static final int LONGEST_REASON = 2000;

	private static final BigDecimal MOST = new BigDecimal(1_000_000);

	/** Cents. */
	private static final int DECIMALS = 2;

	/** Reads a form or a request; refuses what is missing or wrong. */
	public static RemedyRequest of(Input input) {
		Fields fields = new Fields();
		RemedyKind kind = fields.oneOf("kind", "qué se concede", input.kind(), RemedyKind.class, null);
		BigDecimal amount = (input.amount() == null) ? BigDecimal.ZERO : input.amount();
		if (amount.signum() < 0 || amount.compareTo(MOST) > 0 || amount.stripTrailingZeros().scale() > DECIMALS) {
			fields.refuse("amount", "Indique el importe en euros, de 0 a 1000000, con dos decimales como mucho.");
		}
		else if (amount.signum() == 0 && (kind == RemedyKind.EXTRA || kind == RemedyKind.VOUCHER)) {
			fields.refuse("amount", "Indique cuánto vale, en euros.");
		}
		if (input.currency() != null && !input.currency().strip().equals(Euros.CURRENCY)) {
			fields.refuse("currency", "Los límites están en euros: escriba el importe en euros (EUR).");
		}
		String what = fields.required("what", "qué recibe el cliente", input.what(), LONGEST_WHAT);
		String reason = fields.optional("reason", "el motivo", input.reason(), LONGEST_REASON);
		String commitment = fields.optionalLine("commitment", "el compromiso que lo autoriza", input.commitment(), 20);
		OfferException exception = (input.exception() == null || input.exception().isBlank()) ? null
				: fields.oneOf("exception", "la excepción", input.exception(), OfferException.class, null);
		fields.done();
		return new RemedyRequest(kind, amount, what, reason, CaseNumber.nullable(commitment), exception);
	}

	/** One without an exception. */
	public RemedyRequest(RemedyKind kind, BigDecimal amount, String what, String reason, CaseNumber commitment) {
		this(kind, amount, what, reason, commitment, null);
	}

	/** What is granted, as a person reads it. */
	String told() {
		return this.kind.label() + ((this.amount.signum() == 0) ? "" : ", " + Euros.told(this.amount)) + ": "
				+ this.what + ((this.exception == null) ? "" : " (se ofrece porque " + this.exception.label() + ")");
	}

	/**
	 * What somebody sent; any part may be missing or wrong.
	 *
	 * @param kind name of a {@link RemedyKind}
	 * @param amount euros
	 * @param currency {@code EUR}, which is also meant where it is missing
	 * @param what what exactly the customer gets
	 * @param reason why
	 * @param commitment number of the commitment that allows it
	 * @param exception name of an {@link OfferException}, in a complaint about the
	 * continuity of a service
	 */
	public record Input(String kind, BigDecimal amount, String currency, String what, String reason, String commitment,
			String exception) {

		/** One without an exception. */
		public Input(String kind, BigDecimal amount, String currency, String what, String reason, String commitment) {
			this(kind, amount, currency, what, reason, commitment, null);
		}

	}

}
