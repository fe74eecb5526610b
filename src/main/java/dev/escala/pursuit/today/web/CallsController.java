package dev.escala.pursuit.today.web;

import java.util.List;

import dev.escala.pursuit.today.CallList;
import dev.escala.pursuit.today.CallToday;
import dev.escala.pursuit.today.CallsToday;
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

/** Today's calls over HTTP. */
@RestController
@RequestMapping(path = "/api/pursuits/calls", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Ventas")
class CallsController {

	private final CallsToday calls;

	CallsController(CallsToday calls) {
		this.calls = calls;
	}

	@Operation(summary = "A quién tiene que llamar hoy quien pregunta",
			description = "Lo suyo y lo de sus grupos que nadie ha tomado, primero lo que más urge. list: ALL, MINE, GROUP "
					+ "(lo que nadie ha tomado) o DEFERRED (lo que se ha aplazado, con cuántas veces).")
	@GetMapping
	Page<CallToday> list(@RequestParam(required = false) String list, @RequestParam(required = false) String page,
			@RequestParam(required = false) String size) {
		Fields fields = new Fields();
		PageRequest part = PageRequest.read(fields, page, size, null, List.of("dueAt"), "dueAt");
		CallList wanted = fields.oneOf("list", "qué llamadas", list, CallList.class, CallList.ALL);
		fields.done();
		return this.calls.page(wanted, part);
	}

}
