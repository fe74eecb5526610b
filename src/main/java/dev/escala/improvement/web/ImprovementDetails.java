package dev.escala.improvement.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.escala.corrective.ActionState;
import dev.escala.improvement.Improvement;
import dev.escala.improvement.ImprovementKind;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/** What the API tells of an improvement; the names are those of {@link Improvement}. */
record ImprovementDetails(CaseNumber number, ImprovementKind kind, String what, String why, ActionState state,
		UserId owner, LocalDate dueOn, Integer repeatMonths, CaseNumber source, CaseNumber follows,
		List<CaseNumber> sample, UserId registeredBy, Instant registeredAt, Instant endedAt) {

	static ImprovementDetails of(Improvement one) {
		return new ImprovementDetails(one.number(), one.kind(), one.what(), one.why(), one.action().state(),
				one.action().owner(), one.action().dueOn(), one.repeatMonths(), one.source(), one.follows(),
				one.sample(), one.registeredBy(), one.registeredAt(), one.endedAt());
	}

}
