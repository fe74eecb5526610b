package dev.escala.commitment;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

import dev.escala.pipeline.Party;
import dev.escala.policy.Situation;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;

/**
 * What somebody wants to commit to (000-19).
 *
 * @param number for example {@code COM-2026-000123}
 * @param status how far it got
 * @param party with whom
 * @param content to what, as it will be said
 * @param situations what of the policy applies, as the person says and the register knows
 * @param requestNumber the request that allows it or is asked for it, or {@code null}
 * @param preparedBy user id
 * @param groupId their department
 * @param preparedAt when
 * @param settledAt when it was committed to, abandoned or refused, or {@code null}
 * @param settledNote what was said to the customer, or why not, or {@code null}
 * @param decisionNumber the decision that allowed it, or {@code null} where none was
 * needed
 * @param matter what it belongs to, or {@code null} where it stands for itself; then only
 * what was asked word for word covers it
 */
public record Commitment(CaseNumber number, CommitmentStatus status, Party party, String content,
		Set<Situation> situations, CaseNumber requestNumber, UserId preparedBy, String groupId, Instant preparedAt,
		Instant settledAt, String settledNote, RulingNumber decisionNumber, CaseNumber matter) {

	public Commitment {
		situations = situations.isEmpty() ? Set.of() : EnumSet.copyOf(situations);
	}

	/** Refuses what is over. */
	void requirePrepared() {
		if (this.status != CommitmentStatus.PREPARED) {
			throw new ConflictException("El compromiso " + this.number + " ya está «" + this.status.label()
					+ "»: no se puede cambiar. Prepare otro.");
		}
	}

}
