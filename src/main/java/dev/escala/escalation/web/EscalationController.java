package dev.escala.escalation.web;

import java.net.URI;
import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.escalation.Report;
import dev.escala.escalation.course.CaseFile;
import dev.escala.escalation.course.DuplicateCase;
import dev.escala.escalation.course.EndCase;
import dev.escala.escalation.course.OpenDetails;
import dev.escala.escalation.report.ReportEscalation;
import dev.escala.escalation.view.EscalationOverview;
import dev.escala.escalation.view.EscalationOverview.Details;
import dev.escala.matter.Entitlement;
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

/** One escalation over HTTP: reported, followed, added to, ended early. */
@RestController
@RequestMapping(path = "/api/escalations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Escalamientos")
class EscalationController {

	private static final String PATH = "/api/escalations";

	private final ReportEscalation reports;

	private final EscalationOverview overview;

	private final CaseFile file;

	private final EndCase end;

	private final Entitlement entitlement;

	private final CurrentUser user;

	private final IdempotencyKeys idempotencyKeys;

	private final OpenDetails open;

	private final DuplicateCase duplicates;

	EscalationController(ReportEscalation reports, EscalationOverview overview, CaseFile file, EndCase end,
			Entitlement entitlement, CurrentUser user, IdempotencyKeys idempotencyKeys, OpenDetails open,
			DuplicateCase duplicates) {
		this.reports = reports;
		this.overview = overview;
		this.file = file;
		this.end = end;
		this.entitlement = entitlement;
		this.user = user;
		this.idempotencyKeys = idempotencyKeys;
		this.open = open;
		this.duplicates = duplicates;
	}

	@Operation(summary = "Reporta un escalamiento",
			description = "customer es el código o el nombre de un solo cliente conocido. Con la misma cabecera "
					+ "Idempotency-Key, la misma petición crea un solo caso.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Details> report(@RequestBody Report.Input body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		requireReporter();
		Report report = Report.of(body);
		CaseNumber number = new CaseNumber(
				this.idempotencyKeys.once(key, userId().value(), PATH, IdempotencyKeys.fingerprint(report),
						() -> this.reports.reportForOneCustomer(report, userId()).number().value()));
		return ResponseEntity.created(URI.create(PATH + "/" + number)).body(this.overview.details(number));
	}

	@Operation(summary = "Sigue un escalamiento: fase, gravedad, plazos, decisiones, cronología y mensajes")
	@GetMapping("/{number}")
	Details get(@PathVariable CaseNumber number) {
		return this.overview.details(number);
	}

	@Operation(summary = "Añade datos al caso: clientes o servicios afectados, registros, contactos, asuntos")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(path = "/{number}/details", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Details> addDetail(@PathVariable CaseNumber number, @RequestBody DetailBody body) {
		this.entitlement.requireWorker(number);
		DetailBody.Checked detail = body.checked();
		this.file.addDetails(number, userId(), detail.kind(), List.of(detail.text()));
		return ResponseEntity.created(URI.create(PATH + "/" + number)).body(this.overview.details(number));
	}

	@Operation(summary = "Da por resuelto un asunto o registro vinculado del caso")
	@PostMapping("/{number}/details/{id}/settlement")
	Details settle(@PathVariable CaseNumber number, @PathVariable long id) {
		this.entitlement.requireWorker(number);
		this.open.settle(number, userId(), id);
		return this.overview.details(number);
	}

	@Operation(summary = "Retira el escalamiento, con su motivo")
	@PostMapping(path = "/{number}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
	Details withdraw(@PathVariable CaseNumber number, @RequestBody WithdrawalBody body) {
		this.entitlement.requireWorker(number);
		this.end.withdraw(number, userId(), body.reason());
		return this.overview.details(number);
	}

	@Operation(summary = "Marca el escalamiento como duplicado de otro")
	@PostMapping(path = "/{number}/duplicate", consumes = MediaType.APPLICATION_JSON_VALUE)
	Details markDuplicate(@PathVariable CaseNumber number, @RequestBody DuplicateBody body) {
		this.entitlement.requireWorker(number);
		this.duplicates.markDuplicate(number, userId(), body.duplicateOf(), body.reason());
		return this.overview.details(number);
	}

	private UserId userId() {
		return this.user.id().orElseThrow();
	}

	record WithdrawalBody(String reason) {
	}

	record DuplicateBody(String duplicateOf, String reason) {
	}

	/** Reporting is for the same people as the start form. */
	private void requireReporter() {
		if (!this.user.isIn(Role.reporters().toArray(Role[]::new)) && !this.user.isIn(Role.ADMINISTRATORS)) {
			throw new ForbiddenException("Su usuario no puede reportar escalamientos.");
		}
	}

}
