package dev.escala.notification;

import java.util.List;

import org.springframework.stereotype.Service;

/**
 * Takes messages in the transaction of what they tell and has them sent afterwards. A
 * crash between sending and knowing shows as {@code UNKNOWN} to a person, never as
 * silence.
 */
@Service
public class Outbox {

	/**
	 * Renders the message and queues it.
	 * @return whether it was new; {@code false} where the same was queued before
	 */
	public boolean add(Message message) {
		throw new UnsupportedOperationException();
	}

	/** Every message of the case, oldest first. */
	public List<OutboxMessage> of(String caseNumber) {
		throw new UnsupportedOperationException();
	}

}
