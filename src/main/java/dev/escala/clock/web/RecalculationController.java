package dev.escala.clock.web;

import java.util.List;

import dev.escala.clock.MatterClocks;
import dev.escala.clock.recalculation.Recalculations;
import dev.escala.reference.CaseNumber;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The deadlines of open cases for those who look after them. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Plazos")
class RecalculationController {

	private final Recalculations recalculations;

	private final MatterClocks clocks;

	private final DeadlineKeepers keepers;

	RecalculationController(Recalculations recalculations, MatterClocks clocks, DeadlineKeepers keepers) {
		this.recalculations = recalculations;
		this.clocks = clocks;
		this.keepers = keepers;
	}

	@Operation(summary = "Cuántos casos abiertos esperan a que se calculen de nuevo sus plazos",
			description = "Tras cambiar un calendario o el nivel de un cliente. waiting: casos en cola; failed: casos "
					+ "que no se pueden calcular y esperan a supervisión; waitingSince: desde cuándo espera el primero.")
	@GetMapping("/recalculations")
	Recalculations.Progress progress() {
		this.keepers.requireReader();
		return this.recalculations.progress();
	}

	@Operation(summary = "Repara los temporizadores de un caso abierto",
			description = "Para supervisión y administración, cuando el autocontrol encuentra un plazo sin vigilar. "
					+ "stillWrong: lo que no se pudo reparar.")
	@PostMapping({ "/escalations/{number}/clocks/repair", "/matters/{number}/clocks/repair" })
	Repaired repair(@PathVariable CaseNumber number) {
		this.keepers.requireRepairer();
		return new Repaired(number, this.clocks.repair(number));
	}

	/**
	 * What came of a repair.
	 *
	 * @param number the case
	 * @param stillWrong what is still wrong, in Spanish
	 */
	record Repaired(CaseNumber number, List<String> stillWrong) {
	}

}
