package dev.escala.internalrequest;

import java.time.Instant;
import java.util.List;

import dev.escala.decisionlog.Ruling;
import dev.escala.decisionlog.SimilarRuling;
import dev.escala.pipeline.Party;
import dev.escala.pipeline.PartyLookups;
import dev.escala.policy.Assessment;

/**
 * What somebody learns before they commit.
 *
 * @param party with whom, or {@code null}; with id 0 where Escala does not know them yet
 * @param candidates whom the name may mean, where it is not clear
 * @param assessed every rule that applies, and who answers
 * @param found what the register knows about the other side, whose rules apply too
 * @param groupName the Spanish name of the group that answers
 * @param acknowledgeDue by when it says that it has the question (000-27)
 * @param answerDue by when it answers (000-28)
 * @param promisedAt what may be promised on the phone (000-18)
 * @param customerDate the customer's own date, or {@code null}
 * @param standing decisions that answer it already, newest first
 * @param similar decisions about something like it, the most similar first (000-32)
 */
public record Advice(Party party, List<Party> candidates, Assessment assessed, List<PartyLookups.Found> found,
		String groupName, Instant acknowledgeDue, Instant answerDue, Instant promisedAt, Instant customerDate,
		List<Ruling> standing, List<SimilarRuling> similar) {

	public Advice {
		candidates = List.copyOf(candidates);
		found = List.copyOf(found);
		standing = List.copyOf(standing);
		similar = List.copyOf(similar);
	}

	/** Whether we would answer only after the customer's own date (000-22). */
	public boolean isLateForCustomer() {
		return this.customerDate != null && this.answerDue.isAfter(this.customerDate);
	}

	/** Whether Escala does not know the other side yet. */
	public boolean isNewParty() {
		return this.party != null && this.party.id() == 0;
	}

}
