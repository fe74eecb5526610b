package dev.escala.escalation.web;

import dev.escala.escalation.view.Reception;
import dev.escala.reference.CaseNumber;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever has just reported a case who receives it. */
@RestController
@RequestMapping(path = "/api/escalations/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Escalamientos")
class ReceptionController {

	private final Reception reception;

	ReceptionController(Reception reception) {
		this.reception = reception;
	}

	@Operation(summary = "Quién recibe el caso y antes de cuándo, en una frase")
	@GetMapping("/reception")
	Received received(@PathVariable CaseNumber number) {
		return new Received(number, this.reception.sentence(number), "/casos/" + number);
	}

	/**
	 * Who receives it.
	 *
	 * @param number the case
	 * @param sentence the end of a Spanish sentence that begins with the number
	 * @param href the page of the case
	 */
	record Received(CaseNumber number, String sentence, String href) {
	}

}
