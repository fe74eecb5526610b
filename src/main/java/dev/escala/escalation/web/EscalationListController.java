package dev.escala.escalation.web;

import java.util.Map;

import dev.escala.escalation.EscalationType;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.Phase;
import dev.escala.escalation.Report;
import dev.escala.escalation.view.EscalationSearch;
import dev.escala.escalation.view.EscalationSearch.Summary;
import dev.escala.matter.Severity;
import dev.escala.validation.Fields;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists escalations over HTTP. */
@RestController
@RequestMapping(path = "/api/escalations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Escalamientos")
class EscalationListController {

	private final EscalationSearch search;

	EscalationListController(EscalationSearch search) {
		this.search = search;
	}

	@Operation(summary = "Busca escalamientos", parameters = {
			@Parameter(name = "search", in = ParameterIn.QUERY,
					description = "parte del número, del asunto, del cliente o de la referencia externa"),
			@Parameter(name = "phase", in = ParameterIn.QUERY, schema = @Schema(implementation = Phase.class)),
			@Parameter(name = "severity", in = ParameterIn.QUERY, schema = @Schema(implementation = Severity.class)),
			@Parameter(name = "type", in = ParameterIn.QUERY, schema = @Schema(implementation = EscalationType.class)),
			@Parameter(name = "origin", in = ParameterIn.QUERY, schema = @Schema(implementation = Report.Origin.class)),
			@Parameter(name = "outcome", in = ParameterIn.QUERY, schema = @Schema(implementation = Outcome.class)),
			@Parameter(name = "group", in = ParameterIn.QUERY, description = "identificador del grupo"),
			@Parameter(name = "owner", in = ParameterIn.QUERY, description = "usuario responsable"),
			@Parameter(name = "customer", in = ParameterIn.QUERY, description = "código del cliente"),
			@Parameter(name = "open", in = ParameterIn.QUERY, description = "true: en marcha; false: terminados"),
			@Parameter(name = "observed", in = ParameterIn.QUERY,
					description = "true: cerrados que siguen en observación; false: los demás"),
			@Parameter(name = "page", in = ParameterIn.QUERY, description = "desde 0"),
			@Parameter(name = "size", in = ParameterIn.QUERY, description = "de 1 a 200; sin él, 50"),
			@Parameter(name = "sort", in = ParameterIn.QUERY,
					description = "number, reportedAt, severity, phase, owner o group, con un signo menos delante para "
							+ "el orden inverso; sin él, -reportedAt") })
	@GetMapping
	Page<Summary> list(@Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
		Fields fields = new Fields();
		EscalationSearch.Filter filter = EscalationSearch.Filter.read(fields, parameters);
		PageRequest part = PageRequest.read(fields, parameters.get("page"), parameters.get("size"),
				parameters.get("sort"), EscalationSearch.SORTABLE, "-reportedAt");
		fields.done();
		return this.search.search(filter, part);
	}

}
