package dev.escala.notification.channel;

import dev.escala.notification.Lane;
import dev.escala.notification.OutboxQueueRepository.Claimed;

/** Hands messages to one server. */
interface Sender {

	/** The queue whose messages it takes. */
	Lane lane();

	/** Tries once, and never throws for what a server or a network does. */
	Delivery send(Claimed message);

	/** Nothing else waits: this thread lets go of the server. */
	default void rest() {
	}

}
