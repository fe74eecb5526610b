package dev.escala.notification;

import java.util.List;

/**
 * A message with all that there is to know about it.
 *
 * @param message how far it got
 * @param recipientName the person's name, or empty
 * @param text the plain text
 * @param html the same as HTML
 * @param actions what people did with it, oldest first
 */
public record OutboxEntry(OutboxMessage message, String recipientName, String text, String html,
		List<OutboxAction> actions) {

	public OutboxEntry {
		actions = List.copyOf(actions);
	}

	/**
	 * Whether it can be sent (again): all but what the mail server has, or is just
	 * getting.
	 */
	public boolean isResendable() {
		return switch (this.message.status()) {
			case PENDING, FAILED, UNKNOWN, CANCELLED -> true;
			case SENDING, SENT -> false;
		};
	}

	/** Whether somebody can decide that it is not sent. */
	public boolean isCancellable() {
		return switch (this.message.status()) {
			case PENDING, FAILED, UNKNOWN -> true;
			case SENDING, SENT, CANCELLED -> false;
		};
	}

	/** Whether the recipient may have it already. */
	public boolean mayHaveArrived() {
		return this.message.status() == OutboxMessage.Status.UNKNOWN
				|| this.actions.stream().anyMatch((action) -> action.statusBefore() == OutboxMessage.Status.UNKNOWN);
	}

}
