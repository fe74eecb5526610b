package dev.escala.complaint.web;

import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.complaint.abuse.AbuseReport;
import dev.escala.complaint.abuse.Abuses;
import dev.escala.complaint.abuse.ReportAbuse;
import dev.escala.matter.Entitlement;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.web.IdempotencyKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Abuse of staff, over HTTP. */
@RestController
@RequestMapping(path = "/api/complaints/{number}/abuse", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reclamaciones")
class AbuseController {

	private final ReportAbuse reporting;

	private final Abuses abuses;

	private final Entitlement entitlement;

	private final CurrentUser user;

	private final IdempotencyKeys idempotencyKeys;

	AbuseController(ReportAbuse reporting, Abuses abuses, Entitlement entitlement, CurrentUser user,
			IdempotencyKeys idempotencyKeys) {
		this.reporting = reporting;
		this.abuses = abuses;
		this.entitlement = entitlement;
		this.user = user;
		this.idempotencyKeys = idempotencyKeys;
	}

	@Operation(summary = "Anota que se maltrató a alguien del equipo",
			description = "kind: INSULT, THREAT, HARASSMENT o DISCRIMINATION; what dice qué ocurrió; person, a quién (usted, si "
					+ "falta). Esa persona deja el asunto, que pasa a Supervisión, y al cliente solo se le escribe. "
					+ "Con la misma cabecera Idempotency-Key, la misma petición se anota una sola vez.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	AbuseView report(@PathVariable CaseNumber number, @RequestBody ReportAbuse.Input body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		this.entitlement.requireWorker(number);
		this.idempotencyKeys.once(key, userId().value(), "/api/complaints/" + number + "/abuse",
				IdempotencyKeys.fingerprint(body), () -> {
					this.reporting.report(number, userId(), body);
					return number.value();
				});
		return new AbuseView(this.abuses.isLettersOnly(number), this.abuses.of(number));
	}

	private UserId userId() {
		return this.user.id().orElseThrow();
	}

	/**
	 * What follows.
	 *
	 * @param lettersOnly whether one writes to the customer and calls no more
	 * @param reports all reports, oldest first
	 */
	record AbuseView(boolean lettersOnly, List<AbuseReport> reports) {
	}

}
