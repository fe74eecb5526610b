package dev.escala.promise.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.matter.Entitlement;
import dev.escala.matter.Matters;
import dev.escala.promise.KeptRates;
import dev.escala.promise.KeptRates.KeptRateReport;
import dev.escala.promise.MakePromise;
import dev.escala.promise.Promise;
import dev.escala.promise.PromiseStatus;
import dev.escala.promise.Promises;
import dev.escala.promise.Proposal;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ForbiddenException;
import dev.escala.validation.NotFoundException;
import dev.escala.web.IdempotencyKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Promises over HTTP: those of a case, and how many are kept. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Compromisos")
class PromiseController {

	private final MakePromise making;

	private final Promises promises;

	private final KeptRates rates;

	private final Matters matters;

	private final Entitlement entitlement;

	private final CurrentUser user;

	private final IdempotencyKeys idempotencyKeys;

	PromiseController(MakePromise making, Promises promises, KeptRates rates, Matters matters, Entitlement entitlement,
			CurrentUser user, IdempotencyKeys idempotencyKeys) {
		this.making = making;
		this.promises = promises;
		this.rates = rates;
		this.matters = matters;
		this.entitlement = entitlement;
		this.user = user;
		this.idempotencyKeys = idempotencyKeys;
	}

	@Operation(summary = "Empieza un compromiso con un cliente del caso",
			description = "content dice qué se promete, como lo leerá el cliente; customer es el código del cliente y "
					+ "puede faltar si es el del caso. Primero se le pregunta qué espera: la fecha no se da aquí. Con "
					+ "la misma cabecera Idempotency-Key, la misma petición se hace una sola vez.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(path = { "/escalations/{number}/promises", "/matters/{number}/promises" },
			consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<PromiseView> start(@PathVariable CaseNumber number, @RequestBody PromiseBody body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		this.entitlement.requireWorker(number);
		String path = this.matters.api(number) + "/promises";
		String id = this.idempotencyKeys.once(key, userId().value(), path, IdempotencyKeys.fingerprint(body),
				() -> String.valueOf(this.making.start(number, userId(), body.content(), body.customer()).id()));
		return ResponseEntity.created(URI.create(path)).body(view(this.promises.get(Long.parseLong(id))));
	}

	@Operation(summary = "Los compromisos del caso, con cada fecha que se propuso y qué respondió el cliente")
	@GetMapping({ "/escalations/{number}/promises", "/matters/{number}/promises" })
	List<PromiseView> list(@PathVariable CaseNumber number) {
		this.matters.get(number);
		return this.promises.promises(number).stream().map(this::view).toList();
	}

	@Operation(summary = "Retira un compromiso que el cliente aún no ha aceptado, con su motivo")
	@PostMapping(
			path = { "/escalations/{number}/promises/{id}/withdrawal", "/matters/{number}/promises/{id}/withdrawal" },
			consumes = MediaType.APPLICATION_JSON_VALUE)
	PromiseView withdraw(@PathVariable CaseNumber number, @PathVariable long id, @RequestBody WithdrawalBody body) {
		this.entitlement.requireWorker(number);
		if (this.promises.promises(number).stream().noneMatch((one) -> one.id() == id)) {
			throw new NotFoundException(number + " no tiene ningún compromiso " + id + ".");
		}
		this.making.withdraw(id, userId(), body.reason());
		return view(this.promises.get(id));
	}

	@Operation(summary = "Cuántos compromisos se cumplen, por persona, equipo o cliente",
			description = "by: person (quien respondía del caso cuando se cumplió o venció), team o customer. from y "
					+ "to son días como 2026-11-01, ambos incluidos; sin ellos, los últimos 90 días. Los retirados no "
					+ "cuentan. Para Supervisión, Gerencia, Dirección y Administración.")
	@GetMapping("/promises/kept-rate")
	KeptRateReport keptRate(@RequestParam(required = false) String by, @RequestParam(required = false) String from,
			@RequestParam(required = false) String to) {
		if (!this.user.isIn(Role.SUPERVISORS, Role.MANAGERS, Role.DIRECTORS, Role.ADMINISTRATORS)) {
			throw new ForbiddenException(
					"Solo Supervisión, Gerencia, Dirección y Administración ven cuántos compromisos se cumplen.");
		}
		return this.rates.report(by, from, to);
	}

	private PromiseView view(Promise promise) {
		return new PromiseView(promise.id(), promise.caseNumber(), this.promises.customer(promise).code(),
				promise.content(), promise.status(), promise.status().label(),
				(promise.expectation() == null) ? null : promise.expectation().words(),
				(promise.expectation() == null) ? null : promise.expectation().wantedAt(), promise.promisedAt(),
				promise.acceptedAt(), promise.settledAt(),
				this.promises.proposals(promise.id()).stream().map(PromiseController::view).toList());
	}

	private static ProposalView view(Proposal proposal) {
		Proposal.Answer answer = proposal.answer();
		return new ProposalView(proposal.preparedBy(), proposal.preparedAt(), proposal.formerAt(),
				proposal.promisedAt(), proposal.estimate().reason(), proposal.sentAt(),
				(answer == null) ? null : answer.kind(), (answer == null) ? null : answer.at(),
				(answer == null) ? null : answer.by(), (answer == null) ? null : answer.text(),
				(answer == null) ? null : answer.wishedAt());
	}

	private UserId userId() {
		return this.user.id().orElseThrow();
	}

	record PromiseBody(String content, String customer) {
	}

	record WithdrawalBody(String reason) {
	}

	record PromiseView(long id, CaseNumber caseNumber, String customer, String content, PromiseStatus status,
			String statusLabel, String expectation, Instant expectedAt, Instant promisedAt, Instant acceptedAt,
			Instant settledAt, List<ProposalView> proposals) {
	}

	record ProposalView(UserId preparedBy, Instant preparedAt, Instant formerAt, Instant promisedAt, String reason,
			Instant sentAt, Proposal.Answer.Kind answer, Instant answeredAt, UserId answeredBy, String answerText,
			Instant wishedAt) {
	}

}
