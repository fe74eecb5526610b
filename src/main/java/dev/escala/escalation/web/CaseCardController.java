package dev.escala.escalation.web;

import java.util.ArrayList;
import java.util.List;

import dev.escala.escalation.CaseCard;
import dev.escala.escalation.CaseCard.Action;
import dev.escala.escalation.CaseCard.Input;
import dev.escala.escalation.CaseCard.Option;
import dev.escala.escalation.CaseCards;
import dev.escala.escalation.process.CaseTasks;
import dev.escala.handover.GiveTask;
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

	private static final Input REASON = new Input("reason", "Motivo");

	private final CaseTasks tasks;

	private final CaseCards cards;

	private final GiveTask giving;

	CaseCardController(CaseTasks tasks, CaseCards cards, GiveTask giving) {
		this.tasks = tasks;
		this.cards = cards;
		this.giving = giving;
	}

	@Operation(summary = "La ficha del caso al que pertenece una tarea")
	@GetMapping("/{taskId}/card")
	CaseCard card(@PathVariable String taskId) {
		return this.tasks.find(taskId)
			.map(this.cards::of)
			.map((card) -> card.with(hands(taskId)))
			.orElseThrow(() -> new NotFoundException("Esa tarea no existe o no pertenece a ningún caso."));
	}

	/** For superiors: whose hands the task is in. */
	private List<Action> hands(String taskId) {
		List<Action> actions = new ArrayList<>();
		List<Option> people = this.giving.candidates(taskId)
			.stream()
			.map((person) -> new Option(person.id(), person.name()))
			.toList();
		if (!people.isEmpty()) {
			actions.add(new Action("Dar la tarea a otra persona", "/api/tasks/" + taskId + "/assignment",
					List.of(new Input("person", "A quién: puede hacerla y está ahora", people), REASON)));
		}
		if (this.giving.mayFree(taskId)) {
			actions
				.add(new Action("Devolver la tarea a la cola", "/api/tasks/" + taskId + "/release", List.of(REASON)));
		}
		return actions;
	}

}
