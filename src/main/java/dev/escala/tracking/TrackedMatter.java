package dev.escala.tracking;

import java.time.Instant;
import java.util.List;

import dev.escala.reference.CaseNumber;

/**
 * A case as the customer sees it: no internals, nothing of other customers.
 *
 * @param number the case's number
 * @param subject what it is about
 * @param customer the customer's name
 * @param standing how far it got
 * @param question what the customer was asked and we cannot go on without, or
 * {@code null}
 * @param nextUpdate until when the customer hears from us, or {@code null}
 * @param history what the customer got from us and wrote to us, latest first
 * @param canRate whether we ask how it went
 * @param canReopen whether the customer can say that it happens again
 * @param canAskForAnalysis whether the customer can ask for the cause
 * @param promise what we promised this customer, or {@code null}
 * @param observation that we stay attentive after the end, or {@code null}
 * @param hasReceipt whether there is a receipt that this customer can have
 */
public record TrackedMatter(CaseNumber number, String subject, String customer, Standing standing, String question,
		Instant nextUpdate, List<Event> history, boolean canRate, boolean canReopen, boolean canAskForAnalysis,
		TrackedPromise promise, TrackedObservation observation, boolean hasReceipt) {

	public TrackedMatter {
		history = List.copyOf(history);
	}

	/** Whether the customer can write to us here. */
	public boolean canReply() {
		return !this.standing.over();
	}

	/**
	 * Something between the customer and us.
	 *
	 * @param kind what: {@code announcement}, {@code plan}, {@code update},
	 * {@code reply}, {@code resolved}, {@code closed}, {@code withdrawn}, {@code rca},
	 * {@code promise}, {@code apology}, {@code received}, {@code receipt},
	 * {@code contact} for what the customer wrote, {@code other}
	 * @param when when it was sent or written
	 */
	public record Event(String kind, Instant when) {
	}

}
