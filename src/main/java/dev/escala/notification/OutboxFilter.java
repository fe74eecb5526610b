package dev.escala.notification;

import java.util.Set;

import dev.escala.notification.OutboxMessage.Status;
import dev.escala.reference.CaseNumber;

/**
 * Which messages are looked for.
 *
 * @param statuses only these; none for all
 * @param channel only those sent this way, or {@code null} for all
 * @param caseNumber only those of this case, or {@code null} for all
 * @param text words of the recipient's name or address, the subject or the case, or
 * {@code null} for all
 */
public record OutboxFilter(Set<Status> statuses, Channel channel, CaseNumber caseNumber, String text) {

	/** Those that did not leave, as far as anybody knows: somebody has to look. */
	public static final Set<Status> STUCK = Set.of(Status.FAILED, Status.UNKNOWN);

	public OutboxFilter {
		statuses = Set.copyOf(statuses);
	}

}
