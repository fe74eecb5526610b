package dev.escala.complaint.figure.web;

import java.io.IOException;
import java.time.ZoneId;
import java.util.stream.IntStream;

import dev.escala.complaint.figure.ComplaintFigures;
import dev.escala.complaint.figure.FigureLine;
import dev.escala.complaint.figure.Method;
import dev.escala.complaint.figure.YearFigures;
import dev.escala.text.SpreadsheetLines;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.StaffPage;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures of a year in the browser, each with its method, and as a file. */
@Controller
@RequestMapping("/reclamaciones/cifras")
class FigurePage extends StaffPage {

	private static final int YEARS = 6;

	private final ComplaintFigures figures;

	FigurePage(ComplaintFigures figures, @Value("${escala.zone}") ZoneId zone) {
		super("complaints", "No puede ver las cifras de las reclamaciones", zone);
		this.figures = figures;
	}

	@GetMapping
	String show(@RequestParam(name = "anio", required = false) String typed, Model model,
			HttpServletResponse response) {
		int year = this.figures.thisYear();
		String problem = null;
		try {
			year = this.figures.year(typed);
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			problem = ex.getMessage();
		}
		int last = this.figures.thisYear();
		model.addAttribute("problem", problem);
		model.addAttribute("figures", this.figures.of(year));
		model.addAttribute("methods", Method.values());
		model.addAttribute("years", IntStream.range(0, YEARS).map((back) -> last - back).boxed().toList());
		model.addAttribute("sheet", "panel/style");
		return "complaints/figures";
	}

	@GetMapping("/exportar")
	void export(@RequestParam(name = "anio", required = false) String typed, HttpServletResponse response)
			throws IOException {
		YearFigures found = this.figures.of(this.figures.year(typed));
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				"attachment; filename=\"reclamaciones-" + found.year() + ".csv\"");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		try (SpreadsheetLines file = new SpreadsheetLines(response.getOutputStream())) {
			file.line("Periodo", "Cifra", "De qué", "Valor", "Unidad", "Código", "Versión del método", "Método",
					"Calculado");
			for (FigureLine line : found.lines()) {
				for (int i = 0; i < line.values().size(); i++) {
					file.line(period(found.year(), i), line.method().label(), (line.of() == null) ? "" : line.of(),
							(line.values().get(i) == null) ? ""
									: line.values().get(i).toPlainString().replace('.', ','),
							line.method().unit().sign(), line.method().name(), String.valueOf(line.method().version()),
							line.method().text(), found.computedAt().toString());
				}
			}
		}
	}

	private static String period(int year, int place) {
		return (place == 0) ? String.valueOf(year) : String.format("%d-%02d", year, place);
	}

}
