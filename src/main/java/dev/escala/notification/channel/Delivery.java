package dev.escala.notification.channel;

import java.time.Duration;

/**
 * How one attempt to deliver a message ended.
 *
 * @param result what is known about it
 * @param detail what the server or the network said, in one line, or {@code null}
 * @param pause how long the server asks to be left alone, or {@code null}
 */
record Delivery(Result result, String detail, Duration pause) {

	Delivery(Result result, String detail) {
		this(result, detail, null);
	}

	/** What is known about an attempt. */
	enum Result {

		/** The server took the message. */
		SENT,
		/** The server refused for now, and knows us: the next message may go through. */
		REFUSED_FOR_NOW,
		/** It was certainly not taken, and the next message would meet the same. */
		UNREACHABLE,
		/** The server refused for good. */
		REFUSED,
		/**
		 * The whole message was sent and no answer came: it may or may not have arrived.
		 */
		UNKNOWN

	}
}
