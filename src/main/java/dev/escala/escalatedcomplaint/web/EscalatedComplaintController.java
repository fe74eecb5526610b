package dev.escala.escalatedcomplaint.web;

import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.escalatedcomplaint.EscalateComplaint;
import dev.escala.escalatedcomplaint.EscalatedComplaint;
import dev.escala.matter.Entitlement;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The escalation that a complaint becomes, over HTTP. */
@RestController
@RequestMapping(path = "/api/complaints/{number}/escalation", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reclamaciones")
class EscalatedComplaintController {

	private final EscalateComplaint escalating;

	private final Matters matters;

	private final Entitlement entitlement;

	private final CurrentUser user;

	EscalatedComplaintController(EscalateComplaint escalating, Matters matters, Entitlement entitlement,
			CurrentUser user) {
		this.escalating = escalating;
		this.matters = matters;
		this.entitlement = entitlement;
		this.user = user;
	}

	@Operation(summary = "Los escalamientos que salieron de una reclamación, el más antiguo primero")
	@GetMapping
	List<EscalatedComplaint> list(@PathVariable CaseNumber number) {
		this.matters.requireSeen(number);
		return this.escalating.of(number);
	}

	@Operation(summary = "Empieza un escalamiento desde una reclamación, que lo espera",
			description = "Mientras se investiga. El cliente y lo que dijo son los de la reclamación; reason, criterion, "
					+ "impact, urgency y, si se sabe, speciality, como en POST /api/escalations. Pedirlo otra vez "
					+ "mientras uno está en marcha da ese mismo. Los plazos de la ley siguen corriendo.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	EscalatedComplaint start(@PathVariable CaseNumber number, @RequestBody EscalateComplaint.Input body) {
		this.entitlement.requireWorker(number);
		return this.escalating.start(number, this.user.id().orElseThrow(), body);
	}

}
