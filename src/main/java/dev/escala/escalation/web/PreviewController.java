package dev.escala.escalation.web;

import dev.escala.escalation.preview.PreviewRequest;
import dev.escala.escalation.preview.ServiceLevelPreview;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What would happen with a case, before anything exists. */
@RestController
@RequestMapping("/api/service-levels/preview")
@Tag(name = "Plazos")
class PreviewController {

	private static final String TEXT = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8";

	private final ServiceLevelPreview preview;

	PreviewController(ServiceLevelPreview preview) {
		this.preview = preview;
	}

	@Operation(summary = "Dice qué ocurriría y cuándo con un caso que nadie ha reportado",
			description = "reportedAt con su desfase o en hora de la organización; severity, o bien impact, urgency y "
					+ "major; tier, o bien customer (código); group, calendar y pauses pueden faltar. No se guarda nada. "
					+ "Con la cabecera Accept: text/plain se responde en texto.")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	PreviewView preview(@RequestBody PreviewRequest body) {
		return PreviewView.of(this.preview.preview(body));
	}

	@Operation(summary = "Dice en texto qué ocurriría y cuándo con un caso que nadie ha reportado",
			description = "Igual que con Accept: application/json, como lista para leer.")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = TEXT)
	String previewText(@RequestBody PreviewRequest body) {
		return PreviewView.text(this.preview.preview(body));
	}

}
