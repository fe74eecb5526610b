package dev.escala.commitment.web;

import java.net.URI;
import java.time.Instant;
import java.util.Set;

import dev.escala.access.CurrentUser;
import dev.escala.commitment.Commitment;
import dev.escala.commitment.CommitmentStatus;
import dev.escala.commitment.Commitments;
import dev.escala.commitment.Coverage;
import dev.escala.commitment.CoverageCheck;
import dev.escala.internalrequest.RequestAccess;
import dev.escala.policy.Situation;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ForbiddenException;
import dev.escala.visibility.Visibility;
import dev.escala.web.IdempotencyKeys;
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
import org.springframework.web.bind.annotation.RestController;

/** Commitments over HTTP; the same gate stands before them as in Tasklist. */
@RestController
@RequestMapping(path = "/api/commitments", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Compromisos comerciales")
class CommitmentController {

	private final Commitments commitments;

	private final CoverageCheck coverage;

	private final RequestAccess access;

	private final CurrentUser user;

	private final IdempotencyKeys idempotencyKeys;

	private final Visibility visibility;

	CommitmentController(Commitments commitments, CoverageCheck coverage, RequestAccess access, CurrentUser user,
			IdempotencyKeys idempotencyKeys, Visibility visibility) {
		this.visibility = visibility;
		this.commitments = commitments;
		this.coverage = coverage;
		this.access = access;
		this.user = user;
		this.idempotencyKeys = idempotencyKeys;
	}

	@Operation(summary = "Prepara un compromiso con un cliente o prospecto",
			description = "commitmentText dice a qué; situations, qué se da de la política; request, la solicitud que "
					+ "lo autoriza, si la hay. La respuesta dice en coverage si ya se puede cerrar: COVERED, OPEN, "
					+ "REFUSED o MISSING, y por qué. Con la misma cabecera Idempotency-Key, la misma petición se hace "
					+ "una sola vez.")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<CommitmentView> prepare(@RequestBody Commitments.Input body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		this.access.requireAsker();
		CaseNumber number = new CaseNumber(this.idempotencyKeys.once(key, userId().value(), "/api/commitments",
				IdempotencyKeys.fingerprint(body), () -> this.commitments.prepare(body, userId()).number().value()));
		return ResponseEntity.created(URI.create("/api/commitments/" + number)).body(get(number));
	}

	@Operation(summary = "Un compromiso, y si se puede cerrar ahora")
	@GetMapping("/{number}")
	CommitmentView get(@PathVariable CaseNumber number) {
		Commitment commitment = this.commitments.get(number);
		if (!this.visibility.sees(number)) {
			throw refusal(number);
		}
		return view(commitment);
	}

	@Operation(summary = "Cierra el compromiso, si está autorizado en este momento",
			description = "toldText dice qué se dijo al cliente. 409 mientras la solicitud esté abierta, se haya negado o "
					+ "la decisión haya vencido, con el motivo.")
	@PostMapping(path = "/{number}/confirmation", consumes = MediaType.APPLICATION_JSON_VALUE)
	CommitmentView confirm(@PathVariable CaseNumber number, @RequestBody ConfirmationBody body) {
		own(number);
		return view(this.commitments.confirm(number, body.toldText()));
	}

	private Commitment own(CaseNumber number) {
		Commitment commitment = this.commitments.get(number);
		boolean own = commitment.preparedBy().equals(userId()) || this.user.isInGroup(commitment.groupId());
		if (!own && !this.access.readsAll()) {
			throw refusal(number);
		}
		return commitment;
	}

	private static ForbiddenException refusal(CaseNumber number) {
		return new ForbiddenException(
				"El compromiso " + number + " solo lo ven quien lo preparó, su grupo y sus superiores.");
	}

	private UserId userId() {
		return this.user.id().orElseThrow();
	}

	private CommitmentView view(Commitment commitment) {
		Coverage now = this.coverage.shown(commitment);
		return new CommitmentView(commitment.number(), commitment.status(), commitment.status().label(),
				commitment.party().code(), commitment.party().name(), commitment.content(), commitment.situations(),
				commitment.requestNumber(), now.state(), now.reason(), commitment.decisionNumber(),
				commitment.preparedBy(), commitment.preparedAt(), commitment.settledAt(), commitment.settledNote());
	}

	record ConfirmationBody(String toldText) {
	}

	record CommitmentView(CaseNumber number, CommitmentStatus status, String statusLabel, String party,
			String partyName, String content, Set<Situation> situations, CaseNumber request, Coverage.State coverage,
			String coverageReason, RulingNumber decision, UserId preparedBy, Instant preparedAt, Instant settledAt,
			String settledNote) {
	}

}
