package dev.escala.pursuit.stage;

import java.time.Instant;
import java.util.Optional;

import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.StageKind;
import dev.escala.validation.Fields;

/** What the steps of an opportunity ask of its quotes. */
public interface SentQuotes {

	/** Whether one was sent through the room of letters. */
	boolean isSent(Pursuit pursuit);

	/** Whether the last one was sent since the present stage was reached. */
	boolean isSentInThisStage(Pursuit pursuit);

	/**
	 * Refuses what contradicts the quotes.
	 * @param to what the stage that follows means
	 * @param typedReference the reference that somebody wrote, or {@code null}
	 * @param deal what the opportunity would be worth
	 */
	void check(Fields fields, Pursuit pursuit, StageKind to, String typedReference, Pursuit.Deal deal);

	/** When they are asked about the last one, or asked again; empty without one. */
	Optional<Instant> followUp(Pursuit pursuit);

}
