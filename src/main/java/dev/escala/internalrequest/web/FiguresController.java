package dev.escala.internalrequest.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import dev.escala.internalrequest.RequestAccess;
import dev.escala.internalrequest.figure.FeelingFigures;
import dev.escala.internalrequest.figure.FigurePeriod;
import dev.escala.internalrequest.figure.PairFigures;
import dev.escala.internalrequest.figure.RequestFigures;
import dev.escala.validation.ForbiddenException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of internal requests, for those who lead (004-77, 004-78). */
@RestController
@RequestMapping(path = "/api/internal-requests", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Solicitudes internas")
class FiguresController {

	private final RequestFigures figures;

	private final RequestAccess access;

	private final Clock clock;

	private final ZoneId zone;

	FiguresController(RequestFigures figures, RequestAccess access, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.figures = figures;
		this.access = access;
		this.clock = clock;
		this.zone = zone;
	}

	@Operation(summary = "Cómo se atienden los departamentos entre sí",
			description = "Por cada pareja: solicitudes, cuántas con acuse y respuesta a tiempo, mediana de horas hasta la "
					+ "respuesta (también noches y fines de semana) y medias de las valoraciones, de 1 a 5. La moral se "
					+ "da por trimestre entero y solo con tres valoraciones o más. from y to son días como 2026-11-01, "
					+ "ambos incluidos; sin ellos, los últimos 90. Para Supervisión, Gerencia, Dirección y "
					+ "Administración.")
	@GetMapping("/service-levels")
	ServiceLevels serviceLevels(@RequestParam(required = false) String from,
			@RequestParam(required = false) String to) {
		FigurePeriod period = period(from, to);
		return new ServiceLevels(period.from(), period.to(), this.figures.serviceLevels(period));
	}

	@Operation(summary = "Cuántas veces acertó «se siente raro»",
			description = "De las solicitudes respondidas con FEELS_ODD u ODD_OPPORTUNITY, cuántas se negaron o solo se "
					+ "autorizaron con condiciones; hitRate es el porcentaje. from y to, como en service-levels. Para "
					+ "Supervisión, Gerencia, Dirección y Administración.")
	@GetMapping("/feelings")
	Feelings feelings(@RequestParam(required = false) String from, @RequestParam(required = false) String to) {
		FigurePeriod period = period(from, to);
		FeelingFigures found = this.figures.feelings(period);
		return new Feelings(period.from(), period.to(), found.answered(), found.refused(), found.conditional(),
				found.hitRate());
	}

	private FigurePeriod period(String from, String to) {
		if (!this.access.readsAll()) {
			throw new ForbiddenException(
					"Solo Supervisión, Gerencia, Dirección y Administración ven las cifras de las solicitudes internas.");
		}
		return FigurePeriod.read(from, to, this.clock, this.zone);
	}

	record ServiceLevels(LocalDate from, LocalDate to, List<PairFigures> pairs) {
	}

	record Feelings(LocalDate from, LocalDate to, long answered, long refused, long conditional, Integer hitRate) {
	}

}
