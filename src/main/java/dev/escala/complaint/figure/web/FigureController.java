package dev.escala.complaint.figure.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import dev.escala.complaint.figure.ComplaintFigures;
import dev.escala.complaint.figure.FigureLine;
import dev.escala.complaint.figure.YearFigures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of complaints over HTTP, for those who lead and those who own tables. */
@RestController("complaintFigureController")
@RequestMapping(path = "/api/complaints", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reclamaciones")
class FigureController {

	private final ComplaintFigures figures;

	FigureController(ComplaintFigures figures) {
		this.figures = figures;
	}

	@Operation(summary = "Las cifras de un año para la evaluación anual (Ley 10/2025, art. 21)",
			description = "year: cuatro cifras; sin él, el año en curso. Cada cifra lleva su código, su método y la versión "
					+ "del método. total es la del año y months las de sus doce meses; null donde no hay de qué "
					+ "calcularla. Se calculan de los datos cada vez, y siguen iguales cuando los textos se suprimen. Para "
					+ "Supervisión, Gerencia, Dirección, Administración y responsables de procesos.")
	@GetMapping("/figures")
	Figures figures(@RequestParam(required = false) String year) {
		YearFigures found = this.figures.of(this.figures.year(year));
		return new Figures(found.year(), found.computedAt(), found.lines().stream().map(Figure::of).toList());
	}

	/**
	 * The figures of a year.
	 *
	 * @param computedAt of when they are
	 */
	record Figures(int year, Instant computedAt, List<Figure> figures) {
	}

	/**
	 * One figure.
	 *
	 * @param code its code
	 * @param label its name, in Spanish
	 * @param of of what part, or {@code null} where it is the whole
	 * @param unit {@code NUMBER}, {@code PERCENT}, {@code HOURS} or {@code SECONDS}
	 * @param version of its method
	 * @param method how it is computed, in Spanish
	 * @param total that of the year
	 * @param months those of its months, from January on
	 */
	record Figure(String code, String label, String of, String unit, int version, String method, BigDecimal total,
			List<BigDecimal> months) {

		static Figure of(FigureLine line) {
			return new Figure(line.method().name(), line.method().label(), line.of(), line.method().unit().name(),
					line.method().version(), line.method().text(), line.values().get(0),
					line.values().subList(1, line.values().size()));
		}

	}

}
