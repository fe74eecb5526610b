package dev.escala.decisionlog.web;

import java.time.Instant;
import java.util.List;

import dev.escala.decisionlog.Ruling;
import dev.escala.decisionlog.RulingOutcome;
import dev.escala.decisionlog.RulingState;
import dev.escala.policy.Situation;
import dev.escala.policy.Topic;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;

/** A decision as the API shows it. */
record RulingView(RulingNumber number, RulingState state, String stateLabel, RulingOutcome outcome, String outcomeLabel,
		String subject, Topic topic, String topicLabel, List<Situation> situations, List<String> situationLabels,
		boolean standing, CaseNumber requestNumber, String party, String question, String decision, String conditions,
		String reasoning, Instant validUntil, UserId decidedBy, String groupId, Instant decidedAt,
		RulingNumber supersedes, RulingNumber supersededBy, Instant revokedAt, UserId revokedBy, String revokedReason) {

	static RulingView of(Ruling one, Instant now) {
		RulingState state = one.state(now);
		return new RulingView(one.number(), state, state.label(), one.outcome(), one.outcome().label(), one.subject(),
				one.topic(), one.topic().label(), List.copyOf(one.situations()),
				one.situations().stream().map(Situation::label).toList(), one.standing(), one.requestNumber(),
				one.party(), one.question(), one.decision(), one.conditions(), one.reasoning(), one.validUntil(),
				one.decidedBy(), one.groupId(), one.decidedAt(), one.supersedes(), one.supersededBy(), one.revokedAt(),
				one.revokedBy(), one.revokedReason());
	}

}
