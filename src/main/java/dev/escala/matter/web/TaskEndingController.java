package dev.escala.matter.web;

import dev.escala.engine.rest.TaskEndings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever still has a task on the screen why it is over. */
@RestController
@RequestMapping(path = "/api/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tareas")
class TaskEndingController {

	private final TaskEndings endings;

	TaskEndingController(TaskEndings endings) {
		this.endings = endings;
	}

	@Operation(summary = "Por qué una tarea ya no está, o quién la tiene ahora; 204 si no hay nada que contar")
	@GetMapping("/{taskId}/ending")
	ResponseEntity<Ending> ending(@PathVariable String taskId) {
		return this.endings.why(taskId)
			.map((why) -> ResponseEntity.ok(new Ending(why)))
			.orElseGet(() -> ResponseEntity.noContent().build());
	}

	/** In Spanish, to be shown. */
	record Ending(String sentence) {
	}

}
