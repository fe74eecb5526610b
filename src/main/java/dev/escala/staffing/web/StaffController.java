package dev.escala.staffing.web;

import dev.escala.reference.UserId;
import dev.escala.staffing.OnDutyHours;
import dev.escala.staffing.ReportingLine;
import dev.escala.staffing.StaffMember;
import dev.escala.staffing.StaffMembers;
import dev.escala.validation.Fields;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The staff over HTTP: everybody reads, planners write. */
@RestController
@RequestMapping(path = "/api/staff", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Personal")
class StaffController {

	private final StaffMembers members;

	private final ReportingLine line;

	private final OnDutyHours duty;

	private final Planners planners;

	StaffController(StaffMembers members, ReportingLine line, OnDutyHours duty, Planners planners) {
		this.members = members;
		this.line = line;
		this.duty = duty;
		this.planners = planners;
	}

	@Operation(summary = "Busca personas por parte del nombre o del usuario, y por grupo",
			description = "page desde 0; size de 1 a 200 (50 si falta); sort: id o name, "
					+ "con un signo menos delante para el orden inverso.")
	@GetMapping
	Page<StaffMember> search(@RequestParam(required = false) String search,
			@RequestParam(required = false) String group, @RequestParam(required = false) String page,
			@RequestParam(required = false) String size, @RequestParam(required = false) String sort) {
		Fields fields = new Fields();
		String text = fields.optional("search", "el texto que se busca", search, 200);
		String groupId = fields.optional("group", "el grupo", group, 64);
		PageRequest part = PageRequest.read(fields, page, size, sort, StaffMembers.SORTABLE, "name");
		fields.done();
		return this.members.search(text, groupId, part);
	}

	@Operation(summary = "Consulta una persona por su usuario")
	@GetMapping("/{id}")
	StaffMember get(@PathVariable UserId id) {
		return this.members.get(id);
	}

	@Operation(summary = "Dice de quién depende una persona",
			description = "Se rechaza si la línea jerárquica diera la vuelta.")
	@PutMapping(path = "/{id}/manager", consumes = MediaType.APPLICATION_JSON_VALUE)
	StaffMember setManager(@PathVariable UserId id, @RequestBody ManagerBody body) {
		this.planners.requirePlanner();
		Fields fields = new Fields();
		String manager = fields.required("manager", "la persona de quien depende", body.manager(), 64);
		fields.done();
		this.line.setManager(id, new UserId(manager), this.planners.actor());
		return this.members.get(id);
	}

	@Operation(summary = "Dice que una persona no depende de nadie")
	@DeleteMapping("/{id}/manager")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void removeManager(@PathVariable UserId id) {
		this.planners.requirePlanner();
		this.line.removeManager(id, this.planners.actor());
	}

	@Operation(summary = "Dice con qué calendario está de guardia una persona",
			description = "Sin calendario (null) está siempre de guardia.")
	@PutMapping(path = "/{id}/on-duty", consumes = MediaType.APPLICATION_JSON_VALUE)
	StaffMember setOnDuty(@PathVariable UserId id, @RequestBody OnDutyBody body) {
		this.planners.requirePlanner();
		Fields fields = new Fields();
		String calendar = fields.optional("calendar", "el calendario", body.calendar(), 64);
		fields.done();
		this.duty.set(id, calendar, this.planners.actor());
		return this.members.get(id);
	}

	@Operation(summary = "Dice que una persona está siempre de guardia",
			description = "También libera el calendario de quien ha dejado la organización.")
	@DeleteMapping("/{id}/on-duty")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void removeOnDuty(@PathVariable UserId id) {
		this.planners.requirePlanner();
		this.duty.clear(id);
	}

}
