package dev.escala.card.web;

import java.util.List;

import dev.escala.card.NextTask;
import dev.escala.card.TaskLine;
import dev.escala.card.process.TaskLines;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.InvalidInputException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What Tasklist shows beside each task of a list, and after one that is done. */
@RestController
@RequestMapping(path = "/api/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tareas")
class TaskListController {

	/** Tasklist shows 15 at a time. */
	private static final int MOST = 100;

	private final TaskLines lines;

	TaskListController(TaskLines lines) {
		this.lines = lines;
	}

	@Operation(summary = "De qué caso es cada tarea de una lista: número, asunto, cliente y gravedad",
			description = "Hasta 100 identificadores, separados por comas. Faltan las tareas que quien pregunta no puede "
					+ "ver y las que no pertenecen a ningún caso.")
	@GetMapping("/lines")
	List<TaskLine> lines(@RequestParam List<String> ids) {
		if (ids.size() > MOST) {
			throw new InvalidInputException("ids", "Indique 100 tareas como máximo: hay " + ids.size() + ".");
		}
		return this.lines.find(ids);
	}

	@Operation(summary = "Qué tarea sigue después de una terminada",
			description = "La siguiente del mismo caso que quien pregunta puede hacer; si no hay, la primera de las suyas "
					+ "o de sus grupos. Con number en lugar de after, la tarea de ese caso. 204 si no hay ninguna.")
	@GetMapping("/next")
	ResponseEntity<NextTask> next(@RequestParam(required = false) String after,
			@RequestParam(required = false) CaseNumber number) {
		if ((after == null) == (number == null)) {
			throw new InvalidInputException("after", "Indique una tarea terminada (after) o un caso (number).");
		}
		return ((number != null) ? this.lines.of(number) : this.lines.after(after)).map(ResponseEntity::ok)
			.orElseGet(() -> ResponseEntity.noContent().build());
	}

}
