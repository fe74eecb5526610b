package dev.escala.retention.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

import dev.escala.reference.CustomerId;

import org.springframework.stereotype.Component;

/**
 * Expected lifetime sales of a customer (004-35): yearly sales × r ÷ (1 + d − r), where r
 * is the part of customers who stay from one year to the next and d is the yearly
 * discount. That is the "margin multiple" of Gupta and Lehmann ("Customers as Assets",
 * Journal of Interactive Marketing 17, 2003), applied to sales: every year from the next
 * one on, each as likely as the customer is to be still there, and worth less the later
 * it comes.
 */
@Component
public class LifetimeSales {

	/** Digits of the multiple after the comma. */
	private static final int DECIMALS = 2;

	private final BoughtRepository bought;

	private final BigDecimal multiple;

	LifetimeSales(BoughtRepository bought, RetentionProperties properties) {
		this.bought = bought;
		this.multiple = multiple(properties.stay(), properties.discount());
	}

	static BigDecimal multiple(BigDecimal stay, BigDecimal discount) {
		return stay.divide(BigDecimal.ONE.add(discount).subtract(stay), DECIMALS, RoundingMode.HALF_UP);
	}

	/** What losing the customer costs, in the currency in which they buy most. */
	public AtStake of(CustomerId customer) {
		return this.bought.lastYear(customer)
			.map((year) -> new AtStake(year.currency(), year.cents(), this.multiple,
					this.multiple.multiply(BigDecimal.valueOf(Math.max(0, year.cents())))
						.setScale(0, RoundingMode.HALF_UP)
						.longValueExact()))
			.orElse(AtStake.UNKNOWN);
	}

	/** How the amount comes about, for whoever asks. */
	public static String source() {
		return "Ventas que se esperan de un cliente = ventas de un año × r ÷ (1 + d − r): r, la parte de los clientes que "
				+ "sigue de un año a otro; d, lo que vale menos el dinero del año que viene (Gupta y Lehmann, «Customers "
				+ "as Assets», 2003).";
	}

}
