package dev.escala.notification.channel;

import java.time.Duration;

import dev.escala.notification.Lane;
import dev.escala.notification.OutboxQueueRepository.Claimed;

/** Hands messages to one server. */
interface Sender {

	/** The queue whose messages it takes. */
	Lane lane();

	/** How many messages may be on their way to the server at once. */
	default int connections() {
		return 1;
	}

	/** Tries once, and never throws for what a server or a network does. */
	Delivery send(Claimed message);

	/** Lets go of the server where nothing was handed to it for that long. */
	default void rest(Duration idle) {
	}

}
