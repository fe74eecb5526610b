package dev.escala.caselist.web;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.escala.caselist.CaseKind;
import dev.escala.caselist.CaseLine;
import dev.escala.caselist.CaseList;
import dev.escala.caselist.CaseMoment;
import dev.escala.caselist.CaseOrder;
import dev.escala.caselist.CasePart;
import dev.escala.caselist.CaseQuery;
import dev.escala.caselist.CaseState;
import dev.escala.caselist.Cursor;
import dev.escala.caselist.QuickFilter;
import dev.escala.escalation.Report;
import dev.escala.matter.Severity;
import dev.escala.validation.Fields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of cases, requests and commitments over HTTP. */
@RestController
@RequestMapping("/api/cases")
@Tag(name = "Lista de casos")
class CaseListController {

	private final CaseList list;

	private final CaseCsv csv;

	private final ZoneId zone;

	CaseListController(CaseList list, CaseCsv csv, @Value("${escala.zone}") ZoneId zone) {
		this.list = list;
		this.csv = csv;
		this.zone = zone;
	}

	@Operation(summary = "Casos, solicitudes y compromisos que quien pregunta puede ver, con sus plazos",
			description = "Por páginas que no se mueven: place es el before o el after de la respuesta anterior. Sin state, "
					+ "solo lo abierto. Se cuenta hasta 1000; more dice si hay más.",
			parameters = {
					@Parameter(name = "search", in = ParameterIn.QUERY,
							description = "palabras, sin distinguir acentos ni mayúsculas; un número, o un teléfono"),
					@Parameter(name = "filter", in = ParameterIn.QUERY,
							schema = @Schema(implementation = QuickFilter.class)),
					@Parameter(name = "state", in = ParameterIn.QUERY,
							schema = @Schema(implementation = CaseState.class)),
					@Parameter(name = "kind", in = ParameterIn.QUERY,
							schema = @Schema(implementation = CaseKind.class)),
					@Parameter(name = "severity", in = ParameterIn.QUERY,
							schema = @Schema(implementation = Severity.class)),
					@Parameter(name = "reason", in = ParameterIn.QUERY,
							schema = @Schema(implementation = Report.Reason.class)),
					@Parameter(name = "customer", in = ParameterIn.QUERY, description = "código del cliente"),
					@Parameter(name = "group", in = ParameterIn.QUERY,
							description = "identificador del grupo; - es ninguno"),
					@Parameter(name = "owner", in = ParameterIn.QUERY, description = "usuario responsable; - es nadie"),
					@Parameter(name = "moment", in = ParameterIn.QUERY, description = "qué pasó entre from y until",
							schema = @Schema(implementation = CaseMoment.class)),
					@Parameter(name = "from", in = ParameterIn.QUERY, description = "ese día o después"),
					@Parameter(name = "until", in = ParameterIn.QUERY, description = "ese día o antes"),
					@Parameter(name = "passed", in = ParameterIn.QUERY,
							description = "traspasos de un equipo a otro: 0, 1, 2 o 3 (tres o más)"),
					@Parameter(name = "sort", in = ParameterIn.QUERY,
							schema = @Schema(implementation = CaseOrder.class)),
					@Parameter(name = "place", in = ParameterIn.QUERY),
					@Parameter(name = "size", in = ParameterIn.QUERY, description = "de 1 a 200; sin él, 50") })
	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	Answer list(@Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
		CaseQuery query = query(parameters);
		CasePart part = this.list.part(query);
		CasePart.Counts counts = this.list.counts(query);
		return new Answer(part.items(), text(part.before()), text(part.after()), counts.states(), counts.filters());
	}

	@Operation(summary = "Lo mismo, entero, como CSV para hojas de cálculo",
			description = "Separado por punto y coma, en UTF-8. Lo que parece una fórmula lleva delante un apóstrofo.")
	@GetMapping(path = "/export", produces = "text/csv")
	void export(@Parameter(hidden = true) @RequestParam Map<String, String> parameters, HttpServletResponse response)
			throws IOException {
		this.csv.write(query(parameters), response);
	}

	private CaseQuery query(Map<String, String> parameters) {
		Fields fields = new Fields();
		List<String> unknown = new ArrayList<>(parameters.keySet());
		unknown.removeAll(CaseQuery.Words.API.all());
		unknown.forEach((name) -> fields.refuse(name,
				"No se conoce ese parámetro. Los que hay: " + String.join(", ", CaseQuery.Words.API.all()) + "."));
		CaseQuery query = CaseQuery.read(fields, CaseQuery.Words.API, parameters, this.zone);
		fields.done();
		return query;
	}

	private static String text(Cursor cursor) {
		return (cursor == null) ? null : cursor.text();
	}

	/**
	 * A part of the list.
	 *
	 * @param before the {@code place} of the part before, or {@code null}
	 * @param after the {@code place} of the part behind, or {@code null}
	 * @param states how many fit, by state
	 * @param filters how many open ones would fit with each filter
	 */
	record Answer(List<CaseLine> items, String before, String after, Map<CaseState, CasePart.Count> states,
			Map<QuickFilter, CasePart.Count> filters) {
	}

}
