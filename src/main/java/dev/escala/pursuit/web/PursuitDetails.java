package dev.escala.pursuit.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.call.PursuitCall;
import dev.escala.pursuit.loss.Loss;
import dev.escala.pursuit.persistence.StagePassed;
import dev.escala.pursuit.profile.Profile;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * A prospect or an opportunity.
 *
 * @param history its steps, those of the prospect that it was included
 * @param nextStages what may follow; none once it is over
 * @param loss why it was lost, or {@code null}
 */
record PursuitDetails(CaseNumber number, String kind, String party, String subject, String capture, String strategy,
		String stage, String stageName, String stageKind, Instant stageSince, Instant nextDue, Instant resumeAt,
		int deferrals, CaseNumber cameFrom, CaseNumber became, String quote, BigDecimal amount, String currency,
		String groupId, UserId ownerId, Instant beganAt, Instant endedAt, Profile profile, List<PursuitCall> calls,
		List<StagePassed> history, List<Way> nextStages, Loss loss) {

	static PursuitDetails of(Pursuit pursuit, CaseNumber became, Profile profile, List<PursuitCall> calls,
			List<StagePassed> history, List<Way> nextStages, Loss loss) {
		return new PursuitDetails(pursuit.number(), pursuit.kind().name(), pursuit.partyName(), pursuit.subject(),
				pursuit.capture().name(), pursuit.strategy().name(), pursuit.standing().stage(),
				pursuit.standing().name(), pursuit.standing().kind().name(), pursuit.standing().since(),
				pursuit.plan().nextDue(), pursuit.plan().resumeAt(), pursuit.plan().deferrals(), pursuit.cameFrom(),
				became, pursuit.deal().quote(), pursuit.deal().amount(), pursuit.deal().currency(), pursuit.groupId(),
				pursuit.ownerId(), pursuit.beganAt(), pursuit.endedAt(), profile, calls, history, nextStages, loss);
	}

	/**
	 * A stage that may follow.
	 *
	 * @param requires what it asks for, by the names of the tables
	 */
	record Way(String stage, String name, List<String> requires, String guidance) {
	}
}
