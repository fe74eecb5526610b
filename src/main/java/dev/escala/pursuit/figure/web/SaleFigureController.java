package dev.escala.pursuit.figure.web;

import java.util.List;
import java.util.Map;

import dev.escala.pursuit.figure.Cohort;
import dev.escala.pursuit.figure.Forecast;
import dev.escala.pursuit.figure.SaleFigures;
import dev.escala.pursuit.figure.SaleReport;
import dev.escala.pursuit.figure.SaleScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of sales over HTTP. */
@RestController
@RequestMapping(path = "/api/pursuits/figures", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Ventas")
class SaleFigureController {

	private static final String PERIOD = "period";

	private final SaleFigures figures;

	private final SaleViewer viewer;

	SaleFigureController(SaleFigures figures, SaleViewer viewer) {
		this.figures = figures;
		this.viewer = viewer;
	}

	@Operation(summary = "Las cifras de las ventas de un periodo",
			description = "period: 2026, 2026-T4 o 2026-11; sin él, este trimestre. Filtros: strategy, source (capture) y "
					+ "person. percent es null donde no hay de qué contarlo; part y whole dicen de cuántas. Los días son de "
					+ "24 horas. Quien dirige ve a todas las personas; quien vende, las suyas y las sumas.")
	@GetMapping
	SaleReport figures(@RequestParam Map<String, String> parameters) {
		SaleScope scope = SaleScope.read(parameters);
		return this.figures.report(this.figures.period(parameters.get(PERIOD)), scope, this.viewer.now());
	}

	@Operation(summary = "Qué ha sido de las ventas que empezaron en cada mes",
			description = "Los mismos filtros. Cada venta cuenta una vez en cada paso, aunque vuelva a él; las perdidas "
					+ "siguen en began. El correo basura no cuenta.")
	@GetMapping("/cohorts")
	List<Cohort> cohorts(@RequestParam Map<String, String> parameters) {
		SaleScope scope = SaleScope.read(parameters);
		return this.figures.cohorts(this.figures.period(parameters.get(PERIOD)), scope, this.viewer.now());
	}

	@Operation(summary = "Qué pueden traer las oportunidades abiertas, por etapa y moneda",
			description = "expected es sum por la parte que se ganó de las que pasaron por la etapa y terminaron en los "
					+ "últimos doce meses (history); null con menos de diez. Filtros: strategy, source y person.")
	@GetMapping("/forecast")
	List<Forecast> forecast(@RequestParam Map<String, String> parameters) {
		return this.figures.forecasts(SaleScope.read(parameters), this.viewer.now());
	}

}
