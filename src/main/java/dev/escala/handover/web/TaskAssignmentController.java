package dev.escala.handover.web;

import java.util.List;

import dev.escala.handover.GiveTask;
import dev.escala.reference.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Gives tasks to people. */
@RestController
@RequestMapping(path = "/api/tasks/{taskId}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tareas")
class TaskAssignmentController {

	private final GiveTask giving;

	TaskAssignmentController(GiveTask giving) {
		this.giving = giving;
	}

	@Operation(summary = "Quién puede recibir la tarea ahora",
			description = "Miembros de los grupos de la tarea que no están ausentes ni fuera de su guardia; nadie, si "
					+ "quien pregunta no puede dar tareas.")
	@GetMapping("/candidates")
	List<Candidate> candidates(@PathVariable String taskId) {
		return this.giving.candidates(taskId)
			.stream()
			.map((person) -> new Candidate(person.id(), person.name()))
			.toList();
	}

	@Operation(summary = "Da la tarea a otra persona, con su motivo",
			description = "Solo Supervisión, Gerencia y Dirección. El motivo queda en la historia del caso.")
	@PostMapping(path = "/assignment", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void assign(@PathVariable String taskId, @RequestBody AssignmentBody body) {
		this.giving.give(taskId, body.person(), body.reason());
	}

	@Operation(summary = "Devuelve la tarea a la cola de sus grupos, con su motivo",
			description = "Solo Supervisión, Gerencia y Dirección. El motivo queda en la historia del caso.")
	@PostMapping(path = "/release", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void release(@PathVariable String taskId, @RequestBody ReleaseBody body) {
		this.giving.free(taskId, body.reason());
	}

	/** Somebody who could get the task. */
	record Candidate(UserId id, String name) {
	}

	/** Why. */
	record ReleaseBody(String reason) {
	}

	/** To whom, and why. */
	record AssignmentBody(String person, String reason) {
	}

}
