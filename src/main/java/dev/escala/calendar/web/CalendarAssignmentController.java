package dev.escala.calendar.web;

import dev.escala.calendar.CalendarAssignments;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who counts with which calendar, over HTTP; {@link CalendarEditors} write. */
@RestController
@RequestMapping(path = "/api/calendars/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Calendarios")
class CalendarAssignmentController {

	private final CalendarAssignments assignments;

	private final CalendarEditors editors;

	CalendarAssignmentController(CalendarAssignments assignments, CalendarEditors editors) {
		this.assignments = assignments;
		this.editors = editors;
	}

	@Operation(summary = "Asigna el calendario a un equipo, en lugar del que tuviera",
			description = "El equipo se nombra por el identificador de su grupo, por ejemplo technology.")
	@PutMapping("/teams/{groupId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void assignTeam(@PathVariable String code, @PathVariable String groupId) {
		this.editors.require();
		this.assignments.assignTeam(code, groupId);
	}

	@Operation(summary = "Retira el calendario a un equipo, que vuelve al de la organización")
	@DeleteMapping("/teams/{groupId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void removeTeam(@PathVariable String code, @PathVariable String groupId) {
		this.editors.require();
		this.assignments.removeTeam(code, groupId);
	}

	@Operation(summary = "Asigna el calendario a un cliente, en lugar del que tuviera",
			description = "El calendario de un cliente vale antes que el del equipo que le atiende.")
	@PutMapping("/customers/{customerCode}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void assignCustomer(@PathVariable String code, @PathVariable String customerCode) {
		this.editors.require();
		this.assignments.assignCustomer(code, customerCode);
	}

	@Operation(summary = "Retira el calendario a un cliente, que vuelve al del equipo que le atiende")
	@DeleteMapping("/customers/{customerCode}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void removeCustomer(@PathVariable String code, @PathVariable String customerCode) {
		this.editors.require();
		this.assignments.removeCustomer(code, customerCode);
	}

}
