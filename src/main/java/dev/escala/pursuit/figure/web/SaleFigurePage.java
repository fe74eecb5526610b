package dev.escala.pursuit.figure.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.pursuit.Capture;
import dev.escala.pursuit.Strategy;
import dev.escala.pursuit.figure.Revenue;
import dev.escala.pursuit.figure.SaleFigures;
import dev.escala.pursuit.figure.SaleLine;
import dev.escala.pursuit.figure.SaleMeasure;
import dev.escala.pursuit.figure.SalePeriod;
import dev.escala.pursuit.figure.SaleReport;
import dev.escala.pursuit.figure.SaleScope;
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

/** The figures of sales in the browser, the sales behind each, and as a file. */
@Controller
@RequestMapping("/ventas/cifras")
class SaleFigurePage extends StaffPage {

	private static final Map<String, String> NAMES = Map.of("periodo", "period", "estrategia", "strategy", "origen",
			"source", "persona", "person");

	private static final int MOST = 500;

	private final SaleFigures figures;

	private final SaleViewer viewer;

	private final Staff staff;

	SaleFigurePage(SaleFigures figures, SaleViewer viewer, Staff staff, @Value("${escala.zone}") ZoneId zone) {
		super("case", "No puede ver estas cifras", zone);
		this.figures = figures;
		this.viewer = viewer;
		this.staff = staff;
	}

	/** What nobody could mean is said above the figures, which are then of everything. */
	@GetMapping
	String show(@RequestParam Map<String, String> parameters, Model model, HttpServletResponse response) {
		SaleScope scope = SaleScope.ALL;
		SalePeriod period = this.figures.period(null);
		List<String> problems = List.of();
		try {
			Map<String, String> renamed = renamed(parameters);
			scope = SaleScope.read(renamed);
			period = this.figures.period(renamed.get("period"));
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			problems = List.copyOf(problems(ex).values());
			scope = SaleScope.ALL;
		}
		SaleFigures.Viewer reader = this.viewer.now();
		model.addAttribute("problems", problems);
		model.addAttribute("leads", reader.leads());
		model.addAttribute("scope", scope);
		model.addAttribute("report", this.figures.report(period, scope, reader));
		model.addAttribute("cohorts", this.figures.cohorts(period, scope, reader));
		model.addAttribute("forecasts", this.figures.forecasts(scope, reader));
		model.addAttribute("measures", SaleMeasure.values());
		model.addAttribute("periods", this.figures.periods());
		model.addAttribute("said", said(period));
		model.addAttribute("strategies", Strategy.values());
		model.addAttribute("sources", Capture.values());
		model.addAttribute("people",
				this.staff.membersOf(Role.SALES.groupId())
					.stream()
					.filter((one) -> reader.leads() || one.id().equals(reader.user()))
					.toList());
		model.addAttribute("asked",
				parameters.entrySet()
					.stream()
					.filter((one) -> NAMES.containsKey(one.getKey()) && !one.getValue().isBlank())
					.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
		model.addAttribute("sheet", "panel/style");
		return "pursuits/figures";
	}

	@GetMapping("/casos")
	String behind(@RequestParam Map<String, String> parameters, Model model) {
		Map<String, String> filters = new HashMap<>(parameters);
		SaleMeasure measure = named(SaleMeasure.values(), String.valueOf(filters.remove("cifra")), SaleMeasure.CLOSE);
		Map<String, String> renamed = renamed(filters);
		SalePeriod period = this.figures.period(renamed.get("period"));
		model.addAttribute("measure", measure);
		model.addAttribute("period", period.code());
		model.addAttribute("said", said(period));
		model.addAttribute("sales",
				this.figures.behind(measure, period, SaleScope.read(renamed), this.viewer.now())
					.stream()
					.limit(MOST)
					.toList());
		model.addAttribute("most", MOST);
		model.addAttribute("sheet", "panel/style");
		return "pursuits/behind";
	}

	/** How people say the period and its months, by what stands in addresses. */
	private static Map<String, String> said(SalePeriod period) {
		Map<String, String> said = new HashMap<>();
		period.each().forEach((month) -> said.put(month.code(), month.told()));
		said.put(period.code(), period.told());
		return said;
	}

	@GetMapping("/exportar")
	void export(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
		Map<String, String> renamed = renamed(parameters);
		SalePeriod period = this.figures.period(renamed.get("period"));
		SaleReport report = this.figures.report(period, SaleScope.read(renamed), this.viewer.now());
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				"attachment; filename=\"ventas-" + report.period() + ".csv\"");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		try (SpreadsheetLines file = new SpreadsheetLines(response.getOutputStream())) {
			file.line("Periodo", "Por", "De qué", "Conversaciones", "Citas", "Primeras citas", "Con oferta", "Cerradas",
					"Ganadas", "Ciclo, mediana (días)", "Ciclo, percentil 90 (días)", "Ingreso medio",
					"Minutos de prospección", "Minutos de trabajo");
			line(file, report, "Total", List.of(report.total()));
			line(file, report, "Estrategia", report.strategies());
			line(file, report, "Origen", report.sources());
			line(file, report, "Persona", report.people());
			line(file, report, "Mes", report.months());
		}
	}

	private static void line(SpreadsheetLines file, SaleReport report, String by, List<SaleLine> lines)
			throws IOException {
		for (SaleLine one : lines) {
			file.line(report.period(), by, one.of(), String.valueOf(one.appointment().whole()),
					String.valueOf(one.appointment().part()), String.valueOf(one.proposal().whole()),
					String.valueOf(one.proposal().part()), String.valueOf(one.close().whole()),
					String.valueOf(one.close().part()), number(one.cycle().median()), number(one.cycle().p90()),
					one.revenue().stream().map(Revenue::told).collect(Collectors.joining(", ")),
					String.valueOf(one.prospecting().part()), String.valueOf(one.prospecting().whole()));
		}
	}

	private static String number(BigDecimal value) {
		return (value == null) ? "" : value.toPlainString().replace('.', ',');
	}

	private static Map<String, String> renamed(Map<String, String> parameters) {
		Map<String, String> renamed = new HashMap<>();
		parameters.forEach((name, value) -> renamed.put(NAMES.getOrDefault(name, "?" + name), value));
		return renamed;
	}

}
