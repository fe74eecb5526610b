package dev.escala.retention.value;

import java.math.BigDecimal;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the expected lifetime sales of a customer are counted with (004-35).
 *
 * @param stay the part of customers who are still there a year later, above 0 and below
 * 1; 0.80 where nothing is said
 * @param discount what money of next year is worth less, from 0 on; 0.10 where nothing is
 * said
 */
@ConfigurationProperties("escala.retention")
public record RetentionProperties(BigDecimal stay, BigDecimal discount) {

	public RetentionProperties {
		stay = (stay == null) ? new BigDecimal("0.80") : stay;
		discount = (discount == null) ? new BigDecimal("0.10") : discount;
		if (stay.signum() <= 0 || stay.compareTo(BigDecimal.ONE) >= 0) {
			throw new IllegalArgumentException("escala.retention.stay must be above 0 and below 1: " + stay);
		}
		if (discount.signum() < 0) {
			throw new IllegalArgumentException("escala.retention.discount must not be below 0: " + discount);
		}
	}

}
