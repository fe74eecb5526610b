package dev.escala.retention.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.retention.Reason;
import dev.escala.retention.RetentionCase;
import dev.escala.retention.RetentionState;

/**
 * What the API tells of a case; the names are those of {@link RetentionCase}, amounts in
 * cents.
 */
record RetentionDetails(CaseNumber number, String customerName, String subject, RetentionState state, String groupId,
		UserId ownerId, Instant dueAt, LocalDate watchedFrom, String cause, String currency, Long yearlyCents,
		BigDecimal multiple, Long atStakeCents, boolean silent, UserId openedBy, Instant openedAt, Instant endedAt,
		List<Reason> reasons) {

	static RetentionDetails of(RetentionCase one, List<Reason> reasons) {
		return new RetentionDetails(one.number(), one.customerName(), one.subject(), one.state(), one.groupId(),
				one.ownerId(), one.dueAt(), one.watchedFrom(), one.cause(), one.atStake().currency(),
				one.atStake().yearlyCents(), one.atStake().multiple(), one.atStake().cents(), one.silent(),
				one.openedBy(), one.openedAt(), one.endedAt(), reasons);
	}

}
