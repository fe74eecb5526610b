package dev.escala.escalation.web;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.escala.escalation.EscalationSearch;
import dev.escala.escalation.EscalationSearch.Summary;
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

/** Lists escalations over HTTP. */
@RestController
@RequestMapping(path = "/api/escalations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Escalamientos")
class EscalationListController {

	private static final Map<String, String> SORTABLE = sortable();

	private final EscalationSearch search;

	EscalationListController(EscalationSearch search) {
		this.search = search;
	}

	@Operation(summary = "Busca escalamientos",
			description = "Filtros: search (número, asunto o cliente), phase, severity, type, origin, outcome, group, "
					+ "owner, customer (código), open. page desde 0; size de 1 a 200; sort: number, reportedAt, "
					+ "severity, phase, owner o group, con un signo menos delante para el orden inverso.")
	@GetMapping
	Page<Summary> list(@RequestParam Map<String, String> parameters) {
		Fields fields = new Fields();
		EscalationSearch.Filter filter = EscalationSearch.Filter.read(fields, parameters);
		PageRequest part = PageRequest.read(fields, parameters.get("page"), parameters.get("size"),
				parameters.get("sort"), SORTABLE, "-reportedAt");
		fields.done();
		return this.search.search(filter, part);
	}

	private static Map<String, String> sortable() {
		Map<String, String> sortable = new LinkedHashMap<>();
		sortable.put("number", "e.number");
		sortable.put("reportedAt", "e.reported_at");
		sortable.put("severity", "array_position(ARRAY['LOW','MODERATE','HIGH','CRITICAL'], e.severity)");
		sortable.put("phase", "array_position(ARRAY['CREATE','COMMUNICATE','RESOLVE','CLOSE','ENDED'], e.phase)");
		sortable.put("owner", "e.owner_id");
		sortable.put("group", "e.group_id");
		return sortable;
	}

}
