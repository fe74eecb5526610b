package dev.escala.internalrequest.web;

import java.net.URI;

import dev.escala.access.CurrentUser;
import dev.escala.internalrequest.CloseRequest;
import dev.escala.internalrequest.InternalRequest;
import dev.escala.internalrequest.InternalRequests;
import dev.escala.internalrequest.RequestAccess;
import dev.escala.internalrequest.RequestSearch;
import dev.escala.internalrequest.RequestStatus;
import dev.escala.internalrequest.call.AskDuringCall;
import dev.escala.policy.Topic;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;
import dev.escala.web.IdempotencyKeys;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Internal requests over HTTP. */
@RestController
@RequestMapping(path = "/api/internal-requests", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Solicitudes internas")
class RequestController {

	private final AskDuringCall asking;

	private final InternalRequests requests;

	private final CloseRequest closing;

	private final RequestSearch search;

	private final RequestAccess access;

	private final RequestViews views;

	private final CurrentUser user;

	private final IdempotencyKeys idempotencyKeys;

	RequestController(AskDuringCall asking, InternalRequests requests, CloseRequest closing, RequestSearch search,
			RequestAccess access, RequestViews views, CurrentUser user, IdempotencyKeys idempotencyKeys) {
		this.asking = asking;
		this.requests = requests;
		this.closing = closing;
		this.search = search;
		this.access = access;
		this.views = views;
		this.user = user;
		this.idempotencyKeys = idempotencyKeys;
	}

	@Operation(summary = "Pregunta antes de comprometerse, o anota algo para que conste",
			description = "Las cinco partes: situation, request, assessment (puede faltar con FEELS_ODD), kind "
					+ "(DECISION, GUIDANCE, INFORMATION, SERVICE o VISIBILITY) y neededBy. Las fechas se escriben "
					+ "27/11/2026 14:00 o 2026-11-27T14:00, en la hora de la organización. party es el código o el "
					+ "nombre de un cliente o prospecto; con prospectSector se da de alta uno nuevo. La respuesta "
					+ "lleva warnings si no llegamos a la fecha del cliente. holding, con text y promisedAt, es lo que el "
					+ "cliente aceptó por teléfono: queda como compromiso. Con la misma cabecera Idempotency-Key, la "
					+ "misma petición se hace una sola vez.")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<RequestViews.RequestView> ask(@RequestBody AskBody body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		this.access.requireAsker();
		CaseNumber number = new CaseNumber(this.idempotencyKeys.once(key, userId().value(), "/api/internal-requests",
				IdempotencyKeys.fingerprint(body),
				() -> this.asking.ask(body.question(), body.holding(), userId()).number().value()));
		return ResponseEntity.created(URI.create("/api/internal-requests/" + number))
			.body(this.views.view(this.requests.get(number)));
	}

	@Operation(summary = "Busca solicitudes internas",
			description = "status: OPEN, ACKNOWLEDGED, NOTED, ANSWERED, CLOSED o WITHDRAWN; topic: SALES_SCOPE, PRICE, "
					+ "TECHNICAL, LEGAL u OTHER; text: parte del número, de la petición o del cliente; mine: solo las "
					+ "propias. Se ven las de los grupos propios; Supervisión, Gerencia y Dirección ven todas.")
	@GetMapping
	Page<RequestViews.RequestView> list(@RequestParam(required = false) String status,
			@RequestParam(required = false) String topic, @RequestParam(required = false) String text,
			@RequestParam(defaultValue = "false") boolean mine, @RequestParam(required = false) String page,
			@RequestParam(required = false) String size, @RequestParam(required = false) String sort) {
		Fields fields = new Fields();
		PageRequest part = PageRequest.read(fields, page, size, sort, RequestSearch.SORTABLE, "-requestedAt");
		RequestSearch.Filter filter = new RequestSearch.Filter(
				fields.optionalOneOf("status", "el estado", status, RequestStatus.class),
				fields.optionalOneOf("topic", "el tema", topic, Topic.class),
				fields.optionalLine("text", "el texto que se busca", text, 200), mine);
		fields.done();
		return this.search.search(filter, part).map(this.views::view);
	}

	@Operation(summary = "Una solicitud interna, con la decisión si la hay")
	@GetMapping("/{number}")
	RequestViews.RequestView get(@PathVariable CaseNumber number) {
		InternalRequest request = this.requests.get(number);
		this.access.requireReader(request);
		return this.views.view(request);
	}

	@Operation(summary = "Retira una solicitud propia que aún no está respondida, con su motivo")
	@PostMapping(path = "/{number}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
	RequestViews.RequestView withdraw(@PathVariable CaseNumber number, @RequestBody WithdrawalBody body) {
		this.access.requireOwn(this.requests.get(number));
		this.closing.withdraw(number, userId(), body.reason());
		return get(number);
	}

	private UserId userId() {
		return this.user.id().orElseThrow();
	}

	record WithdrawalBody(String reason) {
	}

}
