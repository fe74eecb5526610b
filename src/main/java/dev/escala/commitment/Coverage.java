package dev.escala.commitment;

import dev.escala.reference.RulingNumber;

/**
 * Whether a commitment is allowed now.
 *
 * @param state what the gateway of the model asks
 * @param decisionNumber the decision that allows it, or {@code null}
 * @param reason why, one Spanish sentence
 */
public record Coverage(State state, RulingNumber decisionNumber, String reason) {

	/** Whether somebody may commit. */
	public boolean allows() {
		return this.state == State.COVERED;
	}

	/** What the gateway distinguishes. */
	public enum State {

		/** Nothing has to be asked, or a decision in force allows it. */
		COVERED,
		/** A request that would cover it is not answered yet. */
		OPEN,
		/** It was decided against. */
		REFUSED,
		/** Nobody was asked, or what was decided does not hold any more. */
		MISSING

	}

}
