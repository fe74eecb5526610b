package dev.escala.notification;

import java.util.Locale;
import java.util.Set;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Shortening;
import dev.escala.text.Storable;
import dev.escala.timeline.Timeline;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages that the mail server took and that came back later. Such a message is
 * {@code FAILED}, so that nothing counts it as delivered.
 */
@Service
public class Bounces {

	private static final int LONGEST_REASON = 600;

	private final OutboxQueueRepository repository;

	private final Timeline timeline;

	private final ApplicationEventPublisher events;

	Bounces(OutboxQueueRepository repository, Timeline timeline, ApplicationEventPublisher events) {
		this.repository = repository;
		this.timeline = timeline;
		this.events = events;
	}

	/**
	 * Takes a report of a mail server. Anybody can write such a report, so it counts only
	 * for a message that exists, and only where it names the recipient of just this
	 * message.
	 * @param recipients the addresses that the report names as failed, in lower case
	 * @param reason what is wrong, in Spanish, with what the server said
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Effect report(long id, CaseNumber caseNumber, Set<String> recipients, String reason) {
		OutboxMessage message = this.repository.messages(caseNumber)
			.stream()
			.filter((one) -> one.id() == id)
			.findFirst()
			.orElse(null);
		if (message == null || !isNamed(message.recipient(), recipients)) {
			return Effect.NOT_OURS;
		}
		if (message.status() == OutboxMessage.Status.SENDING) {
			return Effect.TOO_EARLY;
		}
		String told = Shortening.beginning(Storable.storable(reason), LONGEST_REASON);
		if (!this.repository.bounced(id, told)) {
			return Effect.KNOWN;
		}
		this.timeline.add(caseNumber, UserId.SYSTEM,
				"No llegó el mensaje «" + message.subject() + "» a " + message.recipient() + ": " + told);
		this.events.publishEvent(new MessageBounced(id, caseNumber, message.recipient(), told));
		return Effect.FAILED;
	}

	private static boolean isNamed(String recipient, Set<String> recipients) {
		String address = recipient.toLowerCase(Locale.ROOT);
		return recipients.contains(address) || recipients.contains(MailAddress.withAsciiDomain(address));
	}

	/** What a report did. */
	public enum Effect {

		/** The message is failed from now on. */
		FAILED,
		/** It had failed before, or somebody has decided about it since. */
		KNOWN,
		/** It is just being sent: the report came faster than the answer. */
		TOO_EARLY,
		/** There is no such message, or it went to somebody else. */
		NOT_OURS

	}

}
