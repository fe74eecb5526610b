package dev.escala.escalation.web;

import dev.escala.escalation.CaseCard;
import dev.escala.escalation.CaseCards;
import dev.escala.escalation.process.CaseTasks;
import dev.escala.validation.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The case card that Tasklist shows above a task's form. */
@RestController
@RequestMapping(path = "/api/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tareas")
class CaseCardController {

	private final CaseTasks tasks;

	private final CaseCards cards;

	CaseCardController(CaseTasks tasks, CaseCards cards) {
		this.tasks = tasks;
		this.cards = cards;
	}

	@Operation(summary = "La ficha del caso al que pertenece una tarea")
	@GetMapping("/{taskId}/card")
	CaseCard card(@PathVariable String taskId) {
		return this.tasks.find(taskId)
			.map(this.cards::of)
			.orElseThrow(() -> new NotFoundException("Esa tarea no existe o no pertenece a ningún caso."));
	}

}
