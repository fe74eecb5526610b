package dev.escala.call;

import java.time.Instant;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;

/**
 * A message that somebody tells a customer by telephone.
 *
 * @param id our id
 * @param caseNumber the case
 * @param customerId the customer, or {@code null} where nobody knows which it is
 * @param name the customer's name, or what was written
 * @param step the step of the case whose message it is; each customer hears each once
 * @param subject the subject of the mail that others got
 * @param text the text of that mail
 * @param dueAt by when they should know
 * @param state how far it got
 */
public record CustomerCall(long id, CaseNumber caseNumber, CustomerId customerId, String name, String step,
		String subject, String text, Instant dueAt, State state) {

	/** What the steps of messages begin with that ask whether it is still solved. */
	static final String ASKS_WHETHER_SOLVED = "observed-";

	/** What the steps of messages begin with that ask how a complaint was answered. */
	static final String ASKS_JUDGEMENT = "judgement-";

	/** Whether the customer is asked whether they were heard and it is solved. */
	public boolean asksJudgement() {
		return this.step.startsWith(ASKS_JUDGEMENT);
	}

	/** Whether the customer is asked for a yes or a no, and not only told. */
	public boolean asksWhetherSolved() {
		return this.step.startsWith(ASKS_WHETHER_SOLVED);
	}

	/** How far a call got. */
	public enum State {

		OPEN, TOLD,
		/** A person decided that this customer need not be told. */
		WAIVED,
		/** Newer news made it needless. */
		SUPERSEDED

	}

}
