package dev.escala.clock.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

import dev.escala.access.CurrentUser;
import dev.escala.clock.MatterClocks;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.clock.explanation.ClockExplanations;
import dev.escala.matter.Entitlement;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.staffing.PersonNames;
import dev.escala.validation.Fields;
import dev.escala.validation.Moments;
import dev.escala.validation.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The clocks of a case over HTTP: explained, and moved by supervisors. */
@RestController
@RequestMapping(path = { "/api/escalations/{number}/clocks", "/api/matters/{number}/clocks" },
		produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Plazos")
class MatterClockController {

	private final Matters matters;

	private final ClockExplanations explanations;

	private final ServiceLevels serviceLevels;

	private final MatterClocks clocks;

	private final Entitlement entitlement;

	private final Moments moments;

	private final PersonNames names;

	private final CurrentUser user;

	MatterClockController(Matters matters, ClockExplanations explanations, ServiceLevels serviceLevels,
			MatterClocks clocks, Entitlement entitlement, Moments moments, PersonNames names, CurrentUser user) {
		this.matters = matters;
		this.explanations = explanations;
		this.serviceLevels = serviceLevels;
		this.clocks = clocks;
		this.entitlement = entitlement;
		this.moments = moments;
		this.names = names;
		this.user = user;
	}

	@Operation(summary = "Explica los relojes del caso: de dónde sale cada fecha, día a día",
			description = "Primero la última vez que corrió cada reloj, por fecha; después las anteriores. explanation "
					+ "lo cuenta en español, frase a frase. pauses es el libro de pausas del caso.")
	@GetMapping
	ClocksView clocks(@PathVariable CaseNumber number) {
		this.matters.get(number);
		return ClocksView.of(number, this.explanations.explain(number, this.names::name),
				this.serviceLevels.pauses(number), this.names::name);
	}

	@Operation(summary = "Fija a mano la fecha de un reloj; solo Supervisión",
			description = "dueAt con su desfase (2026-11-23T10:00:00Z) o en hora de la organización "
					+ "(2026-11-23T11:00). El temporizador y la fecha límite de la tarea se mueven con ella. "
					+ "ACTIVITY y PAUSE_REVIEW vuelven a empezar por sí solos: su fecha no se fija.")
	@PutMapping(path = "/{clock}/due", consumes = MediaType.APPLICATION_JSON_VALUE)
	ClocksView setDue(@PathVariable CaseNumber number, @PathVariable String clock, @RequestBody DueBody body) {
		this.entitlement.requireSupervisor();
		this.matters.get(number);
		ServiceClock which = known(clock);
		Fields fields = new Fields();
		Instant due = this.moments.read(fields, "dueAt", "la fecha nueva", body.dueAt());
		fields.done();
		if (this.serviceLevels.find(number, which).isEmpty()) {
			throw new NotFoundException("En " + number + " no ha empezado el plazo «" + which.label() + "».");
		}
		this.clocks.setDue(number, which, due, this.user.id().orElseThrow());
		return clocks(number);
	}

	private static ServiceClock known(String name) {
		return Arrays.stream(ServiceClock.values())
			.filter((clock) -> clock.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("No existe ese reloj. Los hay: "
					+ Arrays.stream(ServiceClock.values()).map(Enum::name).collect(Collectors.joining(", ")) + "."));
	}

	record DueBody(String dueAt) {
	}

}
