package dev.escala.retention.loss.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import dev.escala.customer.Tier;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.retention.loss.LostCustomer;

/**
 * What the API tells of a loss; the names are those of {@link LostCustomer}, amounts in
 * cents.
 */
record LostCustomerDetails(String customerName, Tier tier, LocalDate lostOn, CaseNumber number, boolean letGo,
		String cause, boolean worrying, String lesson, String currency, Long yearlyCents, BigDecimal multiple,
		Long atStakeCents, boolean silent, UserId ownerId, UserId recordedBy, Instant recordedAt, LocalDate backOn) {

	static LostCustomerDetails of(LostCustomer one) {
		return new LostCustomerDetails(one.customerName(), one.tier(), one.lostOn(), one.number(), one.letGo(),
				one.cause(), one.worrying(), one.lesson(), one.atStake().currency(), one.atStake().yearlyCents(),
				one.atStake().multiple(), one.atStake().cents(), one.silent(), one.ownerId(), one.recordedBy(),
				one.recordedAt(), one.backOn());
	}

}
