package dev.escala.followup.web;

import java.util.List;

import dev.escala.followup.FollowUp;
import dev.escala.followup.FollowUpFigures;
import dev.escala.followup.FollowUpKind;
import dev.escala.followup.FollowUpList;
import dev.escala.followup.FollowUpState;
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

/** Calls to ask how it goes, over HTTP, for those who lead and those who own tables. */
@RestController
@RequestMapping(path = "/api/follow-ups", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Llamadas de seguimiento")
class FollowUpController {

	private final FollowUpList list;

	FollowUpController(FollowUpList list) {
		this.list = list;
	}

	@Operation(summary = "Las llamadas de seguimiento, con lo que contestó cada cliente",
			description = "state: PLANNED, CALLING, SPOKEN, UNREACHED, LEFT_ALONE o SKIPPED; kind: COMPLAINT, ESCALATION, SALE o "
					+ "PURCHASE; sort: dueAt, customer, kind, state o endedAt, con un signo menos delante para el orden "
					+ "inverso; sin él, primero la que vence más tarde. Para Supervisión, Gerencia, Dirección, "
					+ "Administración y responsables de procesos.")
	@GetMapping
	Page<FollowUpDetails> list(@RequestParam(required = false) String search,
			@RequestParam(required = false) String state, @RequestParam(required = false) String kind,
			@RequestParam(required = false) String page, @RequestParam(required = false) String size,
			@RequestParam(required = false) String sort) {
		Fields fields = new Fields();
		FollowUpState wanted = fields.optionalOneOf("state", "el estado", state, FollowUpState.class);
		FollowUpKind after = fields.optionalOneOf("kind", "tras qué se llama", kind, FollowUpKind.class);
		PageRequest part = PageRequest.read(fields, page, size, sort, FollowUpList.SORTABLE, "-dueAt");
		fields.done();
		Page<FollowUp> found = this.list.page(search, wanted, after, part);
		List<FollowUpDetails> items = found.items().stream().map(FollowUpDetails::of).toList();
		return new Page<>(items, found.page(), found.size(), found.total());
	}

	@Operation(summary = "Lo que se contestó en un año: cuántos, está bien, hace lo que querían, recomendarían",
			description = "year: cuatro cifras; sin él, el año en curso. Cuenta por el día en que terminó cada llamada.")
	@GetMapping("/figures")
	FollowUpFigures figures(@RequestParam(required = false) String year) {
		return this.list.figures(this.list.year(year));
	}

}
