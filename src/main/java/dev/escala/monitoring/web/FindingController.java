package dev.escala.monitoring.web;

import dev.escala.monitoring.Finding;
import dev.escala.monitoring.Findings;
import dev.escala.validation.Fields;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What Escala found wrong with itself, for those who look after it. */
@RestController
@RequestMapping(path = "/api/findings", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Autocontrol")
class FindingController {

	private final Findings findings;

	FindingController(Findings findings) {
		this.findings = findings;
	}

	@Operation(summary = "Lista lo que el autocontrol ha encontrado, primero lo que sigue abierto",
			description = "Para supervisión, gerencia y administración. kind: la comprobación; open: true, solo lo "
					+ "abierto; false, solo lo que ya no ocurre. sort: foundAt, lastSeenAt o kind, con un signo menos "
					+ "delante para el orden inverso; sin él, lo más reciente primero.")
	@GetMapping
	Page<Finding> list(@RequestParam(required = false) String kind, @RequestParam(required = false) String open,
			@RequestParam(required = false) String page, @RequestParam(required = false) String size,
			@RequestParam(required = false) String sort) {
		this.findings.requireReader();
		Fields fields = new Fields();
		PageRequest part = PageRequest.read(fields, page, size, sort, Findings.SORTABLE, "-foundAt");
		Boolean onlyOpen = yesOrNo(fields, open);
		String wanted = (kind == null || kind.isBlank()) ? null : kind.strip();
		if (wanted != null && !this.findings.kinds().containsKey(wanted)) {
			fields.refuse("kind", "No existe esa comprobación. Valores posibles: "
					+ String.join(", ", this.findings.kinds().keySet()) + ".");
		}
		fields.done();
		return this.findings.list(wanted, onlyOpen, part);
	}

	private static Boolean yesOrNo(Fields fields, String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		return switch (text.strip()) {
			case "true" -> true;
			case "false" -> false;
			default -> {
				fields.refuse("open", "Debe ser true o false.");
				yield null;
			}
		};
	}

}
