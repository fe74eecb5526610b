package dev.escala.notification;

/**
 * How one attempt to send a mail ended.
 *
 * @param result what is known about it
 * @param detail what the mail server or the network said, in one line, or {@code null}
 */
record Delivery(Result result, String detail) {

	/** What is known about an attempt. */
	enum Result {

		/** The server took the mail. */
		SENT,
		/** The server refused for now, and knows us: the next mail may go through. */
		REFUSED_FOR_NOW,
		/** No conversation came about: the next mail would meet the same. */
		UNREACHABLE,
		/** The server refused for good. */
		REFUSED,
		/** The whole mail was sent and no answer came: it may or may not arrive. */
		UNKNOWN

	}
}
