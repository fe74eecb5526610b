package dev.escala.retention.value;

import java.math.BigDecimal;

import dev.escala.purchase.Cents;

/**
 * What losing a customer costs: sales that are expected from them, and not one sale
 * (004-35).
 *
 * @param currency three letters, or {@code null} where we know no purchase
 * @param yearlyCents what they bought in the twelve months that end with their last
 * purchase
 * @param multiple how many such years are expected, worth what they are worth now
 * @param cents the product of both
 */
public record AtStake(String currency, Long yearlyCents, BigDecimal multiple, Long cents) {

	/** Of somebody whose purchases we do not know. */
	public static final AtStake UNKNOWN = new AtStake(null, null, null, null);

	/** Whether we know any purchase. */
	public boolean isKnown() {
		return this.currency != null;
	}

	/** The amount, in Spanish. */
	public String told() {
		return isKnown() ? Cents.told(this.cents, this.currency) : "sin compras conocidas";
	}

	/** The amount with how it comes about. */
	public String explained() {
		return isKnown() ? told() + " = " + Cents.told(this.yearlyCents, this.currency)
				+ " al año (los doce meses hasta su última compra) × "
				+ this.multiple.stripTrailingZeros().toPlainString().replace('.', ',') : told();
	}

}
