package dev.escala.complaint.answer;

import java.time.Instant;

import dev.escala.reference.CaseNumber;

/**
 * Says which decisions of a matter belong to an earlier round, because its work began
 * again after it was answered. Whoever has such matters provides it; without one every
 * decision is of the present round.
 */
@FunctionalInterface
public interface EarlierRounds {

	/** Whether a decision that was written then counts no more. */
	boolean isEarlier(CaseNumber number, Instant writtenAt);

}
