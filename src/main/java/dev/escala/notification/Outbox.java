package dev.escala.notification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.notification.channel.Channels;
import dev.escala.notification.channel.Endpoint;
import dev.escala.notification.channel.MessageQueued;
import dev.escala.notification.channel.Posts;
import dev.escala.notification.template.MailTemplates;
import dev.escala.notification.template.MailTemplates.Rendered;
import dev.escala.reference.CaseNumber;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes messages in the transaction of what they tell and has them sent afterwards. A
 * crash between sending and knowing shows as {@code UNKNOWN} to a person, never as
 * silence.
 */
@Service
public class Outbox {

	private final MailTemplates templates;

	private final OutboxQueueRepository repository;

	private final Posts posts;

	private final Channels channels;

	private final Attachments attachments;

	private final ApplicationEventPublisher events;

	public Outbox(MailTemplates templates, OutboxQueueRepository repository, Posts posts, Channels channels,
			Attachments attachments, ApplicationEventPublisher events) {
		this.templates = templates;
		this.repository = repository;
		this.posts = posts;
		this.channels = channels;
		this.attachments = attachments;
		this.events = events;
	}

	/**
	 * Renders the message and queues it. A message that no mail server could carry (an
	 * impossible address, a line break in a name or a subject, a file that is gone or too
	 * large) is kept as {@code FAILED} with the reason in Spanish, so that the case shows
	 * it.
	 * @return whether it was new; {@code false} where the same was queued before
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside of
	 * a transaction: a message is queued together with what it tells or not at all
	 * @throws IllegalArgumentException where there is no such template
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean add(Message message) {
		Rendered rendered = this.templates.render(message);
		boolean isNew = this.repository.insert(message, rendered, problem(message, rendered));
		if (isNew) {
			this.events.publishEvent(new MessageQueued(Lane.MAIL));
		}
		return isNew;
	}

	/**
	 * The message as it would be sent; nothing is queued.
	 * @throws IllegalArgumentException where there is no such template
	 */
	public Preview preview(Message message) {
		Rendered rendered = this.templates.render(message);
		return new Preview(rendered.subject(), rendered.text(), rendered.html());
	}

	/**
	 * Queues the notice for each endpoint that listens to one of its groups; of them
	 * there may be none.
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside of
	 * a transaction
	 * @throws IllegalArgumentException where there is no such template
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void post(TeamNotice notice) {
		List<Endpoint> endpoints = this.channels.endpointsOf(notice.groups());
		if (endpoints.isEmpty()) {
			return;
		}
		String headline = this.posts.headline(notice);
		for (Endpoint endpoint : endpoints) {
			String text = this.posts.text(endpoint.channel(), notice, headline);
			if (this.repository.insert(endpoint, notice, headline, text)) {
				this.events.publishEvent(new MessageQueued(endpoint.lane()));
			}
		}
	}

	/** Every message of the case, oldest first. */
	public List<OutboxMessage> messages(CaseNumber caseNumber) {
		return this.repository.messages(caseNumber);
	}

	/** The message of that case, step and address, if there is one. */
	public Optional<OutboxMessage> find(CaseNumber caseNumber, String step, String recipient) {
		return this.repository.find(caseNumber, step, recipient);
	}

	/** What became of the messages with these ids; those that are gone are left out. */
	public Map<Long, OutboxMessage> find(Collection<Long> ids) {
		return this.repository.find(ids);
	}

	/** Whether a mail could be sent to the address, as far as one can see from it. */
	public boolean canReach(String address) {
		return MailAddress.problem(address) == null;
	}

	/** How many messages were not sent, by state; nothing is said of those sent. */
	public Map<OutboxMessage.Status, Long> unsent() {
		return this.repository.unsent();
	}

	/**
	 * A message as people would see it.
	 *
	 * @param subject the subject
	 * @param text the plain text
	 * @param html the same as HTML
	 */
	public record Preview(String subject, String text, String html) {
	}

	private String problem(Message message, Rendered rendered) {
		String problem = MailAddress.problem(message.recipient());
		if (problem != null) {
			return problem;
		}
		if (message.recipientName() != null && MailAddress.hasLineBreak(message.recipientName())) {
			return "El nombre del destinatario contiene saltos de línea o caracteres de control.";
		}
		if (MailAddress.hasLineBreak(rendered.subject())) {
			return "El asunto contiene saltos de línea o caracteres de control.";
		}
		return (message.attachment() == null) ? null : this.attachments.problem(message.attachment());
	}

}
