package dev.escala.followup.web;

import java.time.Instant;

import dev.escala.followup.FollowUp;
import dev.escala.followup.FollowUpKind;
import dev.escala.followup.FollowUpState;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/** What the API tells of a call; the names are those of {@link FollowUp}. */
record FollowUpDetails(long id, FollowUpKind kind, String source, String customerName, FollowUpState state,
		String reason, Instant happenedAt, Instant dueAt, int attempts, Instant nextAt, Instant endedAt,
		UserId calledBy, FollowUp.Answers answers, CaseNumber complaint) {

	static FollowUpDetails of(FollowUp one) {
		return new FollowUpDetails(one.id(), one.kind(), one.source(), one.customerName(), one.state(), one.reason(),
				one.happenedAt(), one.dueAt(), one.attempts(), one.nextAt(), one.endedAt(), one.calledBy(),
				one.answers(), one.complaint());
	}

}
