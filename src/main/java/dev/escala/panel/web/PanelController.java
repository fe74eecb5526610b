package dev.escala.panel.web;

import java.util.Map;

import dev.escala.panel.Panel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The panel's figures for programs. */
@RestController
@RequestMapping(path = "/api/panel", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Panel")
class PanelController {

	private final Panel panel;

	PanelController(Panel panel) {
		this.panel = panel;
	}

	@Operation(summary = "Las cifras del panel",
			description = "Filtros: team (grupo), customer (código), reason, severity y weeks (de 1 a 53; 13 si falta). "
					+ "Las semanas van de lunes a domingo; los tiempos cuentan desde el reporte, también noches y fines de "
					+ "semana. Para Supervisión, Gerencia, Dirección y Administración.")
	@GetMapping
	Panel.Figures read(@RequestParam Map<String, String> parameters) {
		return this.panel.read(this.panel.scope(parameters));
	}

}
