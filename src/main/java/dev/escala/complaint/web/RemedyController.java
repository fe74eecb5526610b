package dev.escala.complaint.web;

import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.complaint.remedy.DecideDemand;
import dev.escala.complaint.remedy.FourQuestions;
import dev.escala.complaint.remedy.GrantRemedy;
import dev.escala.complaint.remedy.GrantedRemedy;
import dev.escala.complaint.remedy.ProposedRemedy;
import dev.escala.complaint.remedy.Remedies;
import dev.escala.complaint.remedy.RemedyFacts;
import dev.escala.complaint.remedy.RemedyMargin;
import dev.escala.complaint.remedy.RemedyMargin.Margin;
import dev.escala.complaint.remedy.RemedyRequest;
import dev.escala.matter.Entitlement;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.web.IdempotencyKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What makes a complaint good, over HTTP. */
@RestController
@RequestMapping(path = "/api/complaints/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reclamaciones")
class RemedyController {

	private final Remedies remedies;

	private final RemedyMargin margin;

	private final GrantRemedy granting;

	private final DecideDemand demands;

	private final Entitlement entitlement;

	private final CurrentUser user;

	private final IdempotencyKeys idempotencyKeys;

	RemedyController(Remedies remedies, RemedyMargin margin, GrantRemedy granting, DecideDemand demands,
			Entitlement entitlement, CurrentUser user, IdempotencyKeys idempotencyKeys) {
		this.remedies = remedies;
		this.margin = margin;
		this.granting = granting;
		this.demands = demands;
		this.entitlement = entitlement;
		this.user = user;
		this.idempotencyKeys = idempotencyKeys;
	}

	@Operation(summary = "Qué se propone para reparar una reclamación, qué se ha concedido y hasta dónde puede usted",
			description = "proposed: lo que dice complaint-remedies.dmn para lo que se sabe de ella (facts), concedido de "
					+ "antemano. granted: lo concedido, con quién y por qué. margin: hasta dónde llega usted por "
					+ "decisión propia y lo que le queda este mes para detalles; null si sus grupos no conceden nada.")
	@GetMapping("/remedies")
	RemediesView remedies(@PathVariable CaseNumber number) {
		RemedyFacts facts = this.remedies.facts(number);
		return new RemediesView(facts, this.remedies.proposed(facts), this.remedies.granted(number),
				this.margin.of(userId()).orElse(null));
	}

	@Operation(summary = "Concede una reparación",
			description = "kind: RESOLVED, REFUND, VOUCHER, PRIORITY, APOLOGY o EXTRA (un detalle, del presupuesto del mes); "
					+ "amount, en euros; what dice qué recibe el cliente. Lo que no propone la tabla necesita reason y "
					+ "cabe en el límite de sus grupos (complaint-remedy-limits.dmn); por encima, 409, y commitment "
					+ "nombra el compromiso cerrado que lo autoriza. En una reclamación sobre un corte, lo que se ofrece necesita "
					+ "exception: ASKED (lo pidió) o SOLVES (es parte de la solución y le conviene). Con la misma cabecera Idempotency-Key, la misma "
					+ "petición se hace una sola vez.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(path = "/remedies", consumes = MediaType.APPLICATION_JSON_VALUE)
	RemediesView grant(@PathVariable CaseNumber number, @RequestBody RemedyRequest.Input body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		this.entitlement.requireWorker(number);
		this.idempotencyKeys.once(key, userId().value(), "/api/complaints/" + number + "/remedies",
				IdempotencyKeys.fingerprint(body),
				() -> this.granting.grant(number, userId(), RemedyRequest.of(body)).name());
		return remedies(number);
	}

	@Operation(summary = "Anota la decisión sobre un cliente que pide más de lo razonable",
			description = "Las cuatro preguntas: worthKeeping (si merece la pena conservarlo), effect (qué pasa si se le deja "
					+ "ir), smallCost (si se resuelve con poco) y overrules (si ceder desautoriza lo que un compañero "
					+ "decidió con razón). yields: si se cede; reason: por qué; colleagueTold: qué se habló con el compañero, si "
					+ "se le desautoriza.")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PostMapping(path = "/demands", consumes = MediaType.APPLICATION_JSON_VALUE)
	void decide(@PathVariable CaseNumber number, @RequestBody FourQuestions.Input body) {
		this.entitlement.requireWorker(number);
		this.demands.decide(number, userId(), FourQuestions.of(body));
	}

	private UserId userId() {
		return this.user.id().orElseThrow();
	}

	/**
	 * The remedies of a complaint.
	 *
	 * @param facts by what they are proposed
	 * @param proposed what the table proposes
	 * @param granted what was granted, oldest first
	 * @param margin how far whoever asks may go, or {@code null}
	 */
	record RemediesView(RemedyFacts facts, List<ProposedRemedy> proposed, List<GrantedRemedy> granted, Margin margin) {
	}

}
