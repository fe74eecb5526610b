package dev.escala.escalation.web;

import java.net.URI;

import dev.escala.access.CurrentUser;
import dev.escala.clock.Pause;
import dev.escala.clock.PauseMatter;
import dev.escala.contact.CustomerContacts;
import dev.escala.contact.GrantWish;
import dev.escala.escalation.ExceptionRequest;
import dev.escala.escalation.course.Exceptions;
import dev.escala.escalation.course.ReassessCase;
import dev.escala.escalation.course.ReopenCase;
import dev.escala.escalation.course.UnlinkDetail;
import dev.escala.escalation.view.EscalationOverview.Details;
import dev.escala.escalation.view.EscalationOverview;
import dev.escala.letter.AskCustomer;
import dev.escala.letter.LetterText;
import dev.escala.matter.Entitlement;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.web.IdempotencyKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * A case over HTTP that is assessed again, waits, goes on, hears from its customer, comes
 * back or gets rid of a mistake.
 */
@RestController
@RequestMapping(path = "/api/escalations/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Escalamientos")
class CaseCourseController {

	private final PauseMatter pauses;

	private final AskCustomer asking;

	private final Exceptions exceptions;

	private final CustomerContacts contacts;

	private final GrantWish wishes;

	private final ReopenCase reopening;

	private final UnlinkDetail unlinking;

	private final ReassessCase reassessment;

	private final EscalationOverview overview;

	private final Entitlement entitlement;

	private final CurrentUser user;

	private final IdempotencyKeys idempotencyKeys;

	CaseCourseController(PauseMatter pauses, AskCustomer asking, Exceptions exceptions, CustomerContacts contacts,
			GrantWish wishes, ReopenCase reopening, UnlinkDetail unlinking, ReassessCase reassessment,
			EscalationOverview overview, Entitlement entitlement, CurrentUser user, IdempotencyKeys idempotencyKeys) {
		this.pauses = pauses;
		this.asking = asking;
		this.exceptions = exceptions;
		this.contacts = contacts;
		this.wishes = wishes;
		this.reopening = reopening;
		this.unlinking = unlinking;
		this.reassessment = reassessment;
		this.overview = overview;
		this.entitlement = entitlement;
		this.user = user;
		this.idempotencyKeys = idempotencyKeys;
	}

	@Operation(summary = "Cambia el impacto y la urgencia, con su motivo",
			description = "La gravedad se decide de nuevo y los plazos abiertos se mueven con ella, contados desde su "
					+ "primer comienzo; lo que ya venció sigue vencido.")
	@PostMapping(path = "/assessment", consumes = MediaType.APPLICATION_JSON_VALUE)
	Details reassess(@PathVariable CaseNumber number, @RequestBody AssessmentBody body) {
		this.entitlement.requireWorker(number);
		this.reassessment.reassess(number, userId(), body.impact(), body.urgency(), body.reason());
		return this.overview.details(number);
	}

	@Operation(summary = "Pone el caso en pausa",
			description = "reason: CUSTOMER (espera al cliente), SUPPLIER (a un proveedor) o EVIDENCE (pruebas o datos); "
					+ "note dice qué se espera. Se paran los relojes que la tabla de niveles de servicio deja parar. Con CUSTOMER, "
					+ "note es la pregunta que se envía al cliente, comprobada como cualquier mensaje (overrideReason dice por "
					+ "qué va así): el caso queda en pausa cuando sale.")
	@PostMapping(path = "/pause", consumes = MediaType.APPLICATION_JSON_VALUE)
	Details pause(@PathVariable CaseNumber number, @RequestBody PauseBody body) {
		this.entitlement.requireWorker(number);
		if (Pause.Reason.CUSTOMER.name().equals(body.reason())) {
			this.asking.ask(number, userId(), new LetterText("note", body.note(), body.overrideReason(), false, false));
		}
		else {
			this.pauses.pause(number, userId(), body.reason(), body.note());
		}
		return this.overview.details(number);
	}

	@Operation(summary = "Reanuda el caso: los relojes siguen donde se pararon")
	@PostMapping("/resumption")
	Details resume(@PathVariable CaseNumber number) {
		this.entitlement.requireWorker(number);
		this.pauses.resume(number, userId());
		return this.overview.details(number);
	}

	@Operation(summary = "Anota un contacto del cliente",
			description = "Empieza el plazo para responderle; si el caso esperaba al cliente, se reanuda. asksFor: MANAGER "
					+ "si pide hablar con un gerente (el caso sube de nivel) o EXPERT si pide un experto, con su "
					+ "speciality: FINANCE, TECHNOLOGY, PRODUCT o LEGAL. Con la misma cabecera Idempotency-Key, la misma "
					+ "petición se anota una sola vez.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(path = "/contacts", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Details> addContact(@PathVariable CaseNumber number, @RequestBody ContactBody body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		this.entitlement.requireWorker(number);
		String path = "/api/escalations/" + number;
		this.idempotencyKeys.once(key, userId().value(), path + "/contacts", IdempotencyKeys.fingerprint(body), () -> {
			this.contacts.add(number, userId(), body.text());
			this.wishes.grant(number, userId(), body.asksFor(), body.speciality());
			return number.value();
		});
		return ResponseEntity.created(URI.create(path)).body(this.overview.details(number));
	}

	@Operation(summary = "Reabre un caso cerrado, con su motivo",
			description = "El trabajo vuelve a empezar por el plan. El reloj de la resolución sigue donde estaba; el "
					+ "tiempo en que el caso estuvo resuelto no cuenta.")
	@PostMapping(path = "/reopening", consumes = MediaType.APPLICATION_JSON_VALUE)
	Details reopen(@PathVariable CaseNumber number, @RequestBody ReopeningBody body) {
		this.entitlement.requireWorker(number);
		this.reopening.reopen(number, userId(), body.reason());
		return this.overview.details(number);
	}

	@Operation(summary = "Concede una excepción dentro del límite de la persona responsable",
			description = "exceptionKind: MONEY (con exceptionAmount, en euros), POLICY o RESOURCES; exceptionRequest dice qué y reason por "
					+ "qué. Hasta dónde "
					+ "puede cada grupo lo dice la tabla exception-limits.dmn; lo que la pasa se pide en «Ejecutar el plan».")
	@PostMapping(path = "/exceptions", consumes = MediaType.APPLICATION_JSON_VALUE)
	Details grant(@PathVariable CaseNumber number, @RequestBody ExceptionBody body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		this.entitlement.requireWorker(number);
		this.idempotencyKeys.once(key, userId().value(), "/api/escalations/" + number + "/exceptions",
				IdempotencyKeys.fingerprint(body), () -> {
					this.exceptions.grant(number, userId(),
							ExceptionRequest.of(body.exceptionKind(), body.exceptionAmount(), body.exceptionRequest()),
							body.reason());
					return number.value();
				});
		return this.overview.details(number);
	}

	@Operation(summary = "Desvincula un dato que se puso por error, con su motivo",
			description = "detail es el identificador del dato. Queda en la historia del caso. No se desvincula lo que "
					+ "algo todavía necesita: se dice qué.")
	@PostMapping(path = "/unlinking", consumes = MediaType.APPLICATION_JSON_VALUE)
	Details unlink(@PathVariable CaseNumber number, @RequestBody UnlinkingBody body) {
		this.entitlement.requireWorker(number);
		this.unlinking.unlink(number, userId(), body.detail(), body.reason());
		return this.overview.details(number);
	}

	private UserId userId() {
		return this.user.id().orElseThrow();
	}

	record AssessmentBody(String impact, String urgency, String reason) {
	}

	record PauseBody(String reason, String note, String overrideReason) {
	}

	record ExceptionBody(String exceptionKind, Integer exceptionAmount, String exceptionRequest, String reason) {
	}

	record ContactBody(String text, String asksFor, String speciality) {
	}

	record ReopeningBody(String reason) {
	}

	record UnlinkingBody(String detail, String reason) {
	}

}
