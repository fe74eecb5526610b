package dev.escala.complaint.hold.web;

import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.complaint.hold.Dispute;
import dev.escala.complaint.hold.Disputes;
import dev.escala.complaint.hold.Hold;
import dev.escala.complaint.hold.Holds;
import dev.escala.matter.Entitlement;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What must not be done because of a complaint, over HTTP. */
@RestController
@RequestMapping(path = "/api/complaints/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reclamaciones")
class HoldController {

	private final Holds holds;

	private final Disputes disputes;

	private final Matters matters;

	private final Entitlement entitlement;

	private final CurrentUser user;

	HoldController(Holds holds, Disputes disputes, Matters matters, Entitlement entitlement, CurrentUser user) {
		this.holds = holds;
		this.disputes = disputes;
		this.matters = matters;
		this.entitlement = entitlement;
		this.user = user;
	}

	@Operation(
			summary = "Qué no se puede suspender ni cobrar por una reclamación, y a qué organismos acudió el cliente",
			description = "kind: SUSPENSION o COLLECTION; until: DECISION, hasta que se comunique la decisión, o BODY, hasta "
					+ "que termine el organismo. Cada una se comunica una vez al ponerse (complaint.hold.placed) y una "
					+ "al levantarse (complaint.hold.released), a los destinos que escuchan al grupo finance.")
	@GetMapping("/holds")
	Standing holds(@PathVariable CaseNumber number) {
		this.matters.requireSeen(number);
		return standing(number);
	}

	@Operation(summary = "Anota que el cliente acudió a un organismo",
			description = "body: su nombre; openedOn: cuándo, como 2026-12-04; vacío, hoy. También de una reclamación "
					+ "terminada. 409 si ya está en uno.")
	@PostMapping(path = "/disputes", consumes = MediaType.APPLICATION_JSON_VALUE)
	Standing open(@PathVariable CaseNumber number, @RequestBody DisputeBody body) {
		this.disputes.open(number, worker(number), body.body(), body.openedOn());
		return standing(number);
	}

	@Operation(summary = "Anota que el procedimiento del organismo terminó", description = "outcome: cómo.")
	@PostMapping(path = "/disputes/end", consumes = MediaType.APPLICATION_JSON_VALUE)
	Standing end(@PathVariable CaseNumber number, @RequestBody OutcomeBody body) {
		this.disputes.end(number, worker(number), body.outcome());
		return standing(number);
	}

	@Operation(summary = "Permite suspender el servicio por un peligro para personas o cosas (Ley 10/2025, art. 4.4)",
			description = "reason: cuál es el peligro. No se vuelve a impedir por esta reclamación.")
	@PostMapping(path = "/holds/danger", consumes = MediaType.APPLICATION_JSON_VALUE)
	Standing danger(@PathVariable CaseNumber number, @RequestBody DangerBody body) {
		this.disputes.danger(number, worker(number), body.reason());
		return standing(number);
	}

	private UserId worker(CaseNumber number) {
		this.matters.requireSeen(number);
		this.entitlement.requireWorker(number);
		return this.user.id().orElseThrow();
	}

	private Standing standing(CaseNumber number) {
		return new Standing(this.holds.list(number), this.disputes.list(number));
	}

	record DisputeBody(String body, String openedOn) {
	}

	record OutcomeBody(String outcome) {
	}

	record DangerBody(String reason) {
	}

	/** What holds and held, and where the customer went. */
	record Standing(List<Hold> holds, List<Dispute> disputes) {
	}

}
