package dev.escala.complaint.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.Statement;
import dev.escala.complaint.course.ComplaintProgress;
import dev.escala.complaint.course.PresentComplaint;
import dev.escala.complaint.term.ComplaintTerm;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.matter.Entitlement;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ForbiddenException;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One complaint over HTTP: presented, followed, taken back. */
@RestController
@RequestMapping(path = "/api/complaints", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reclamaciones")
class ComplaintController {

	private static final String PATH = "/api/complaints";

	private final PresentComplaint presenting;

	private final Complaints complaints;

	private final ComplaintTerms terms;

	private final ComplaintProgress progress;

	private final Matters matters;

	private final Entitlement entitlement;

	private final CurrentUser user;

	private final IdempotencyKeys idempotencyKeys;

	ComplaintController(PresentComplaint presenting, Complaints complaints, ComplaintTerms terms,
			ComplaintProgress progress, Matters matters, Entitlement entitlement, CurrentUser user,
			IdempotencyKeys idempotencyKeys) {
		this.presenting = presenting;
		this.complaints = complaints;
		this.terms = terms;
		this.progress = progress;
		this.matters = matters;
		this.entitlement = entitlement;
		this.user = user;
		this.idempotencyKeys = idempotencyKeys;
	}

	@Operation(summary = "Presenta una reclamación",
			description = "customer es el código o el nombre de un cliente, o el nombre de quien aún no lo es: entonces hace "
					+ "falta email para responderle. presentedAt: cuándo llegó por la primera vía, como "
					+ "2026-12-04T18:00 en la zona del cliente, o con la suya: 2026-12-04T18:00+01:00; vacío, ahora. postalAddress: adónde va una respuesta con channel POST; "
					+ "recordingConsent: true si hay recording y el cliente dio su permiso expreso. Nunca se rechaza porque no se conozca una "
					+ "norma. Con la misma cabecera Idempotency-Key, la misma petición crea una sola.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Details> present(@RequestBody Statement.Input body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		if (!this.user.isIn(Role.reporters().toArray(Role[]::new)) && !this.user.isIn(Role.ADMINISTRATORS)) {
			throw new ForbiddenException("Su usuario no puede presentar reclamaciones.");
		}
		CaseNumber number = new CaseNumber(
				this.idempotencyKeys.once(key, userId().value(), PATH, IdempotencyKeys.fingerprint(body),
						() -> this.presenting.present(body, null, userId()).complaint().number().value()));
		return ResponseEntity.created(URI.create(PATH + "/" + number)).body(details(number));
	}

	@Operation(summary = "Sigue una reclamación: lo que se dijo, en qué fase está y qué plazos corren")
	@GetMapping("/{number}")
	Details get(@PathVariable CaseNumber number) {
		this.matters.requireSeen(number);
		return details(number);
	}

	@Operation(summary = "El cliente retira la reclamación", description = "reason: qué dijo.")
	@PostMapping(path = "/{number}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
	Details withdraw(@PathVariable CaseNumber number, @RequestBody WithdrawalBody body) {
		this.entitlement.requireWorker(number);
		this.progress.withdraw(number, userId(), body.reason());
		return details(number);
	}

	private UserId userId() {
		return this.user.id().orElseThrow();
	}

	private Details details(CaseNumber number) {
		Complaint complaint = this.complaints.get(number);
		Statement said = complaint.statement();
		return new Details(number, complaint.phase().name(),
				(complaint.outcome() == null) ? null : complaint.outcome().name(), said.kind().name(),
				said.topic().name(), said.door().name(), said.channel().name(), said.language(), said.customer(),
				said.description(), said.wish(), said.region(), said.presentedAt(), complaint.answeredAt(),
				complaint.severity().name(), complaint.groupId(), complaint.ownerId(), complaint.joinedTo(),
				this.terms.list(number));
	}

	/** Why the customer takes it back. */
	record WithdrawalBody(String reason) {
	}

	/**
	 * A complaint.
	 *
	 * @param number its number
	 * @param phase how far it has got
	 * @param outcome how it ended, or {@code null}
	 * @param terms the terms that run or ran, the one that obliges first
	 */
	record Details(CaseNumber number, String phase, String outcome, String kind, String topic, String door,
			String channel, String language, String customer, String description, String wish, String region,
			Instant presentedAt, Instant answeredAt, String severity, String groupId, UserId ownerId,
			CaseNumber joinedTo, List<ComplaintTerm> terms) {
	}

}
