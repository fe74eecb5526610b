package dev.escala.decisionlog;

import java.time.Instant;
import java.util.Set;

import dev.escala.policy.Situation;
import dev.escala.policy.Topic;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;

/**
 * A decision that was recorded. It never changes; that it was superseded or revoked is
 * added to it.
 *
 * @param id our id
 * @param number the readable number, for example {@code DEC-2026-000001}
 * @param requestNumber the request that it answers, or {@code null}
 * @param party the customer or prospect that it was about, or {@code null}
 * @param topic what it is about
 * @param situations what of the policy it is about
 * @param subject one line
 * @param question what was asked, or {@code null}
 * @param outcome what was decided
 * @param decision the decision in words
 * @param conditions under which conditions, or {@code null}
 * @param reasoning why
 * @param validUntil the last moment at which it holds, or {@code null} for no end
 * @param standing whether it holds for every such question
 * @param supersedes number of the decision that it took the place of, or {@code null}
 * @param decidedBy user id
 * @param groupId the group that decided, or {@code null}
 * @param decidedAt when it was recorded
 * @param supersededBy number of the decision that took its place, or {@code null}
 * @param revokedAt when it was revoked, or {@code null}
 * @param revokedBy user id of who revoked it, or {@code null}
 * @param revokedReason why, or {@code null}
 */
public record Ruling(long id, RulingNumber number, CaseNumber requestNumber, String party, Topic topic,
		Set<Situation> situations, String subject, String question, RulingOutcome outcome, String decision,
		String conditions, String reasoning, Instant validUntil, boolean standing, RulingNumber supersedes,
		UserId decidedBy, String groupId, Instant decidedAt, RulingNumber supersededBy, Instant revokedAt,
		UserId revokedBy, String revokedReason) {

	/** Whether it counts at that time: neither superseded nor revoked nor expired. */
	public boolean isInForce(Instant at) {
		return state(at) == RulingState.IN_FORCE;
	}

	/** How it stands at that time. */
	public RulingState state(Instant at) {
		if (this.revokedAt != null) {
			return RulingState.REVOKED;
		}
		if (this.supersededBy != null) {
			return RulingState.SUPERSEDED;
		}
		return (this.validUntil != null && at.isAfter(this.validUntil)) ? RulingState.EXPIRED : RulingState.IN_FORCE;
	}

	/** The decision without the one that it was about: what holds is for everybody. */
	public Ruling withoutParty() {
		return new Ruling(this.id, this.number, null, null, this.topic, this.situations, this.subject, this.question,
				this.outcome, this.decision, this.conditions, this.reasoning, this.validUntil, this.standing,
				this.supersedes, this.decidedBy, this.groupId, this.decidedAt, this.supersededBy, this.revokedAt,
				this.revokedBy, this.revokedReason);
	}

}
