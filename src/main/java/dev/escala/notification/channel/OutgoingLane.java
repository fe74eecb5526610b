package dev.escala.notification.channel;

import dev.escala.notification.Lane;

/**
 * A queue with what empties it.
 *
 * @param sender hands its messages to the server
 * @param breaker knows whether the server answers
 */
record OutgoingLane(Sender sender, LaneBreaker breaker) {

	Lane lane() {
		return this.sender.lane();
	}

	/** How many messages a node hands to the server at once. */
	int connections() {
		return this.sender.connections();
	}

}
