package dev.escala.card.web;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.escala.card.Card;
import dev.escala.card.Card.Action;
import dev.escala.card.Card.Input;
import dev.escala.card.Card.Option;
import dev.escala.card.Cards;
import dev.escala.card.ReturnedWork;
import dev.escala.card.process.CardTasks;
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
class CardController {

	private static final Input REASON = new Input("reason", "Motivo");

	private final CardTasks tasks;

	private final Cards cards;

	private final GiveTask giving;

	CardController(CardTasks tasks, Cards cards, GiveTask giving) {
		this.tasks = tasks;
		this.cards = cards;
		this.giving = giving;
	}

	@Operation(summary = "La ficha del caso al que pertenece una tarea")
	@GetMapping("/{taskId}/card")
	ShownCard card(@PathVariable String taskId) {
		return this.tasks.find(taskId)
			.flatMap((task) -> this.cards.find(task)
				.map((card) -> new ShownCard(card.with(hands(taskId)), task.returned())))
			.orElseThrow(() -> new NotFoundException("Esa tarea no existe o no pertenece a ningún caso."));
	}

	/** For superiors: whose hands the task is in. */
	private List<Action> hands(String taskId) {
		List<Action> actions = new ArrayList<>();
		List<Option> people = this.giving.candidates(taskId)
			.stream()
			.map((person) -> new Option(person.id().value(), person.name()))
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

	/**
	 * A card, and why its task has come back.
	 *
	 * @param returned {@code null} where it has not
	 */
	record ShownCard(@JsonUnwrapped Card card, ReturnedWork returned) {
	}

}
