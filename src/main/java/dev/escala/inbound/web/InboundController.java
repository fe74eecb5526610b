package dev.escala.inbound.web;

import java.time.Instant;
import java.util.List;

import dev.escala.inbound.AssignMail;
import dev.escala.inbound.InboundEntry;
import dev.escala.inbound.InboundFile;
import dev.escala.inbound.InboundFilter;
import dev.escala.inbound.InboundMail;
import dev.escala.inbound.InboundQueue;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.Fields;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The mails that customers sent, for those who decide about them. */
@RestController
@RequestMapping(path = "/api/inbound-mails", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Correo de entrada")
class InboundController {

	private static final int LONGEST_SEARCH = 200;

	private final InboundQueue mails;

	InboundController(InboundQueue mails) {
		this.mails = mails;
	}

	@Operation(summary = "Lista los correos que llegaron, primero los más recientes",
			description = "Para supervisión, gerencia y administración. status: RECEIVED, CONTACT, WAITING, HELD, "
					+ "AUTOMATIC, BOUNCE, DUPLICATE o DISCARDED; text: palabras del remitente, del asunto o del caso.")
	@GetMapping
	Page<InboundMail> list(@RequestParam(required = false) String status, @RequestParam(required = false) String text,
			@RequestParam(required = false) String page, @RequestParam(required = false) String size,
			@RequestParam(required = false) String sort) {
		Fields fields = new Fields();
		PageRequest part = PageRequest.read(fields, page, size, sort, InboundQueue.SORTABLE, "-receivedAt");
		InboundMail.Status known = fields.optionalOneOf("status", "el estado", status, InboundMail.Status.class);
		InboundFilter filter = new InboundFilter(known,
				fields.optionalLine("text", "el texto que se busca", text, LONGEST_SEARCH));
		fields.done();
		return this.mails.page(filter, part);
	}

	@Operation(summary = "Muestra un correo con su texto, sus archivos y lo que se hizo con él")
	@GetMapping("/{id}")
	MailView get(@PathVariable long id) {
		return MailView.of(this.mails.get(id));
	}

	@Operation(summary = "Asigna un correo a un caso: se anota como contacto del cliente",
			description = "caseNumber: el caso; reason: por qué es ese. reopen: true si un caso que ya terminó debe "
					+ "reabrirse; si no, el correo solo se guarda con él.")
	@PostMapping(path = "/{id}/assignment", consumes = MediaType.APPLICATION_JSON_VALUE)
	MailView assign(@PathVariable long id, @RequestBody AssignmentBody body) {
		this.mails.assign(id, new AssignMail(body.caseNumber(), body.reason(), body.reopen()));
		return get(id);
	}

	@Operation(summary = "Abre un expediente con un correo: lo que escribió el cliente, desde que llegó",
			description = "kind: complaint o prospect. customer: código o nombre del cliente; vacío, quien lo envía. language: es o en; "
					+ "vacío, el del cliente. Repetida, da el mismo expediente.")
	@PostMapping(path = "/{id}/matters", consumes = MediaType.APPLICATION_JSON_VALUE)
	MailView open(@PathVariable long id, @RequestBody OpeningBody body) {
		this.mails.open(id, body.kind(), body.customer(), body.language());
		return get(id);
	}

	@Operation(summary = "Descarta un correo, con su motivo",
			description = "El correo se conserva y aún se puede asignar.")
	@PostMapping(path = "/{id}/discard", consumes = MediaType.APPLICATION_JSON_VALUE)
	MailView discard(@PathVariable long id, @RequestBody DiscardBody body) {
		this.mails.discard(id, body.reason());
		return get(id);
	}

	@Operation(summary = "Descarga un correo tal como llegó")
	@GetMapping(path = "/{id}/source", produces = "message/rfc822")
	ResponseEntity<byte[]> source(@PathVariable long id) {
		return Downloads.of("correo-" + id + ".eml", "message/rfc822", this.mails.source(id));
	}

	@Operation(summary = "Descarga un archivo de un correo")
	@GetMapping(path = "/{id}/files/{file}", produces = MediaType.ALL_VALUE)
	ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable long file) {
		return Downloads.of(this.mails.file(id, file));
	}

	record AssignmentBody(String caseNumber, String reason, boolean reopen) {
	}

	record OpeningBody(String kind, String customer, String language) {
	}

	record DiscardBody(String reason) {
	}

	/** A mail as the API shows it. */
	record MailView(long id, Instant receivedAt, InboundMail.Status status, String statusLabel, String why,
			String sender, String senderName, String subject, Instant sentAt, Instant arrivedAt, CaseNumber caseNumber,
			CaseNumber opened, List<CaseNumber> suggestions, boolean cut, String text, String fullText,
			List<InboundFile> files, List<InboundEntry.Action> actions) {

		static MailView of(InboundEntry entry) {
			InboundMail mail = entry.mail();
			return new MailView(mail.id(), mail.receivedAt(), mail.status(), mail.status().label(), mail.why(),
					mail.sender(), mail.senderName(), mail.subject(), mail.sentAt(), mail.arrivedAt(),
					mail.caseNumber(), mail.opened(), mail.suggestions(), mail.cut(), entry.text(), entry.fullText(),
					entry.files(), entry.actions());
		}

	}

}
