package dev.escala.notification;

import java.util.List;
import java.util.Map;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.notification.channel.Channels;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.ForbiddenException;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What supervisors, managers and administrators do with messages: look for them, have
 * them sent again, or decide that they are not sent. Each step is kept with its reason,
 * beside the message and in the case.
 */
@Service
@Transactional
public class OutboxAdministration {

	/** What a list may be sorted by. */
	public static final List<String> SORTABLE = OutboxMessageRepository.SORT.names();

	private final OutboxMessageRepository repository;

	private final CurrentUser user;

	private final Timeline timeline;

	private final Channels channels;

	OutboxAdministration(OutboxMessageRepository repository, CurrentUser user, Timeline timeline, Channels channels) {
		this.repository = repository;
		this.user = user;
		this.timeline = timeline;
		this.channels = channels;
	}

	/**
	 * A part of the messages.
	 * @throws ForbiddenException where the person may not see them
	 */
	@Transactional(readOnly = true)
	public Page<OutboxMessage> page(OutboxFilter filter, PageRequest part) {
		requireAdministrator();
		return this.repository.page(filter, part);
	}

	/**
	 * How many messages there are in each state, whatever state the filter names.
	 * @throws ForbiddenException where the person may not see them
	 */
	@Transactional(readOnly = true)
	public Map<OutboxMessage.Status, Long> counts(OutboxFilter filter) {
		requireAdministrator();
		return this.repository.counts(filter);
	}

	/**
	 * The channels that this node leaves alone for a while; another node may see it
	 * otherwise.
	 * @throws ForbiddenException where the person may not see them
	 */
	@Transactional(readOnly = true)
	public List<ChannelPause> pauses() {
		requireAdministrator();
		return this.channels.pauses();
	}

	/**
	 * One message.
	 * @throws ForbiddenException where the person may not see it
	 * @throws NotFoundException where there is none with this id
	 */
	@Transactional(readOnly = true)
	public OutboxEntry get(long id) {
		requireAdministrator();
		return this.repository.find(id)
			.orElseThrow(() -> new NotFoundException("No existe ningún mensaje con el número " + id + "."));
	}

	/**
	 * Has a message sent as soon as possible, under the Message-ID (or
	 * {@code webhook-id}) that it has always had: whoever has it already may recognise
	 * it.
	 * @throws InvalidInputException where it may have arrived already and nobody said
	 * that this is fine, or where an address is given for what is no mail
	 * @throws ConflictException where the server has it or is just getting it, where
	 * somebody else was faster, the new address has the same message, or its endpoint is
	 * not configured any more
	 */
	public void resend(long id, Resend wanted) {
		OutboxEntry entry = get(id);
		OutboxMessage before = entry.message();
		if (!entry.isResendable()) {
			throw refused(before, "reenviar");
		}
		if (entry.mayHaveArrived() && !wanted.acceptDuplicate()) {
			throw new InvalidInputException("acceptDuplicate",
					"Nadie sabe si este mensaje llegó. Confirme que puede llegarle dos veces, o llame a la persona.");
		}
		requirePossible(before, wanted);
		String recipient = (wanted.recipient() == null) ? before.recipient() : wanted.recipient();
		try {
			if (!this.repository.resend(before, recipient)) {
				throw overtaken();
			}
		}
		catch (DuplicateKeyException ex) {
			throw new ConflictException("El mismo mensaje ya existe para " + recipient + ": búsquelo en la lista.");
		}
		keep(before, OutboxAction.Kind.RESEND, wanted.reason(),
				"Reenvió el mensaje «" + before.subject() + "» a " + recipient + ": " + wanted.reason());
	}

	/**
	 * Decides that a message is not sent, or need not be: the person was told otherwise.
	 * @throws ConflictException where it was sent or is just being sent, or where
	 * somebody else was faster
	 */
	public void cancel(long id, String reason) {
		Fields fields = new Fields();
		String why = fields.required("reason", "el motivo", reason, Resend.LONGEST_REASON);
		fields.done();
		OutboxEntry entry = get(id);
		OutboxMessage before = entry.message();
		if (!entry.isCancellable()) {
			throw refused(before, "cancelar");
		}
		if (!this.repository.cancel(before)) {
			throw overtaken();
		}
		keep(before, OutboxAction.Kind.CANCEL, why,
				"Canceló el mensaje «" + before.subject() + "» a " + before.recipient() + ": " + why);
	}

	private void requirePossible(OutboxMessage message, Resend wanted) {
		if (message.channel() != Channel.EMAIL && wanted.recipient() != null) {
			throw new InvalidInputException("recipient",
					"Este mensaje no es un correo: va siempre al canal «" + message.recipient() + "».");
		}
		if (!this.channels.knows(message.channel(), message.recipient())) {
			throw new ConflictException("Ningún canal de la configuración se llama ya «" + message.recipient()
					+ "». Cancele el mensaje, o pida a administración que lo configure.");
		}
	}

	private void keep(OutboxMessage before, OutboxAction.Kind kind, String reason, String told) {
		UserId actor = this.user.id().orElseThrow();
		this.repository.record(before, kind, actor, reason);
		this.timeline.add(before.caseNumber(), actor, told);
	}

	private void requireAdministrator() {
		if (!this.user.isIn(Role.SUPERVISORS, Role.MANAGERS, Role.ADMINISTRATORS)) {
			throw new ForbiddenException("Los mensajes los ven supervisión, gerencia y administración.");
		}
	}

	private static ConflictException refused(OutboxMessage message, String what) {
		return new ConflictException(
				"Este mensaje no se puede " + what + ": está en el estado «" + message.status().label() + "».");
	}

	private static ConflictException overtaken() {
		return new ConflictException("El mensaje acaba de cambiar de estado. Mírelo de nuevo antes de decidir.");
	}

}
