package dev.escala.notification;

import dev.escala.validation.Fields;

/**
 * Somebody wants a message sent (again).
 *
 * @param reason why, 1 to 500 characters
 * @param recipient another address where the first was wrong, or {@code null} for the
 * same
 * @param acceptDuplicate whether it is fine that it may arrive twice
 */
public record Resend(String reason, String recipient, boolean acceptDuplicate) {

	static final int LONGEST_REASON = 500;

	/** The longest address, see {@link MailAddress}. */
	private static final int LONGEST_ADDRESS = 254;

	public Resend {
		Fields fields = new Fields();
		reason = fields.required("reason", "el motivo", reason, LONGEST_REASON);
		recipient = fields.optionalLine("recipient", "la dirección", recipient, LONGEST_ADDRESS);
		String problem = (recipient == null) ? null : MailAddress.problem(recipient);
		if (problem != null) {
			fields.refuse("recipient", problem);
		}
		fields.done();
	}

}
