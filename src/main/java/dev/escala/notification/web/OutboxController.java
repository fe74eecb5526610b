package dev.escala.notification.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import dev.escala.notification.Channel;
import dev.escala.notification.OutboxAction;
import dev.escala.notification.OutboxAdministration;
import dev.escala.notification.OutboxEntry;
import dev.escala.notification.OutboxFilter;
import dev.escala.notification.OutboxMessage;
import dev.escala.notification.Resend;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.Fields;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The messages that Escala sends, for those who look after them. */
@RestController
@RequestMapping(path = "/api/messages", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Mensajes")
class OutboxController {

	private static final int LONGEST_SEARCH = 200;

	private final OutboxAdministration messages;

	OutboxController(OutboxAdministration messages) {
		this.messages = messages;
	}

	@Operation(summary = "Lista los mensajes, primero los más recientes",
			description = "Para supervisión, gerencia y administración. status: PENDING, SENDING, SENT, FAILED, "
					+ "UNKNOWN o CANCELLED; channel: EMAIL, WEBHOOK o SLACK; case: número del caso; text: palabras del destinatario o del asunto.")
	@GetMapping
	Page<OutboxMessage> list(@RequestParam(required = false) String status,
			@RequestParam(required = false) String channel,
			@RequestParam(name = "case", required = false) String caseNumber,
			@RequestParam(required = false) String text, @RequestParam(required = false) String page,
			@RequestParam(required = false) String size, @RequestParam(required = false) String sort) {
		Fields fields = new Fields();
		PageRequest part = PageRequest.read(fields, page, size, sort, OutboxAdministration.SORTABLE, "-createdAt");
		OutboxMessage.Status known = fields.optionalOneOf("status", "el estado", status, OutboxMessage.Status.class);
		Channel wanted = fields.optionalOneOf("channel", "el canal", channel, Channel.class);
		OutboxFilter filter = new OutboxFilter((known == null) ? Set.of() : Set.of(known), wanted,
				CaseNumber.nullable(fields.optionalLine("case", "el número del caso", caseNumber, 40)),
				fields.optionalLine("text", "el texto que se busca", text, LONGEST_SEARCH));
		fields.done();
		return this.messages.page(filter, part);
	}

	@Operation(summary = "Muestra un mensaje con su texto y lo que se hizo con él")
	@GetMapping("/{id}")
	MessageView get(@PathVariable long id) {
		return MessageView.of(this.messages.get(id));
	}

	@Operation(summary = "Reenvía un mensaje pendiente, fallido, desconocido o cancelado",
			description = "reason: por qué. recipient: otra dirección, si la primera de un correo estaba mal. acceptDuplicate: true "
					+ "si puede haber llegado ya y no importa que llegue dos veces.")
	@PostMapping(path = "/{id}/resend", consumes = MediaType.APPLICATION_JSON_VALUE)
	MessageView resend(@PathVariable long id, @RequestBody ResendBody body) {
		this.messages.resend(id, new Resend(body.reason(), body.recipient(), body.acceptDuplicate()));
		return get(id);
	}

	@Operation(summary = "Cancela un mensaje pendiente, fallido o desconocido", description = "reason: por qué.")
	@PostMapping(path = "/{id}/cancel", consumes = MediaType.APPLICATION_JSON_VALUE)
	MessageView cancel(@PathVariable long id, @RequestBody CancelBody body) {
		this.messages.cancel(id, body.reason());
		return get(id);
	}

	record ResendBody(String reason, String recipient, boolean acceptDuplicate) {
	}

	record CancelBody(String reason) {
	}

	/** A message as the API shows it. */
	record MessageView(long id, CaseNumber caseNumber, String step, Channel channel, String channelLabel,
			String recipientName, String recipient, String subject, OutboxMessage.Status status, String statusLabel,
			Instant createdAt, Instant sentAt, int attempts, String error, String text, String html,
			List<OutboxAction> actions) {

		static MessageView of(OutboxEntry entry) {
			OutboxMessage message = entry.message();
			return new MessageView(message.id(), message.caseNumber(), message.step(), message.channel(),
					message.channel().label(), entry.recipientName(), message.recipient(), message.subject(),
					message.status(), message.status().label(), message.createdAt(), message.sentAt(),
					message.attempts(), message.error(), entry.text(), entry.html(), entry.actions());
		}

	}

}
