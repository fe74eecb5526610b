package dev.escala.complaint.remedy;

import java.math.BigDecimal;
import java.time.Instant;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * A remedy that a customer was granted.
 *
 * @param id its id
 * @param number the matter
 * @param kind what it is
 * @param basis by what right it was granted
 * @param amount euros; 0 where there is no amount
 * @param currency ISO 4217
 * @param what what exactly the customer gets
 * @param reason why, where it was at somebody's discretion (004-22), or {@code null}
 * @param commitment the commitment that allowed it, or {@code null}
 * @param grantedBy user id
 * @param grantedAt when
 */
public record GrantedRemedy(long id, CaseNumber number, RemedyKind kind, Basis basis, BigDecimal amount,
		String currency, String what, String reason, CaseNumber commitment, UserId grantedBy, Instant grantedAt) {

	/** By what right a remedy is granted. */
	public enum Basis {

		/** The table proposes it. */
		STANDARD("lo propone la tabla"),

		/** Somebody decided it within their limit. */
		DISCRETION("dentro de su límite"),

		/** A commitment that was authorised covers it. */
		AUTHORISED("con un compromiso autorizado"),

		/** It is a small extra, from the person's budget of the month. */
		EXTRA("del presupuesto de detalles");

		private final String label;

		Basis(String label) {
			this.label = label;
		}

		/** The Spanish end of "se concede, …". */
		public String label() {
			return this.label;
		}

	}

}
