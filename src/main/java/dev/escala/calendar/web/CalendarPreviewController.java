package dev.escala.calendar.web;

import java.util.List;

import dev.escala.calendar.forecast.CalendarChanges;
import dev.escala.calendar.forecast.CalendarForecast;
import dev.escala.calendar.forecast.MovedDeadline;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a change of a calendar would move, over HTTP; changes nothing. */
@RestController
@RequestMapping(path = "/api/calendars/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Calendarios")
class CalendarPreviewController {

	private static final int MOST = 500;

	private final CalendarChanges changes;

	private final CalendarEditors editors;

	CalendarPreviewController(CalendarChanges changes, CalendarEditors editors) {
		this.changes = changes;
		this.editors = editors;
	}

	@Operation(summary = "Dice qué plazos movería un cambio de un calendario, sin cambiar nada",
			description = "Se envía el calendario como para sustituirlo. dueNow: cuántos plazos vencerían solo por el "
					+ "cambio; moved: los 500 primeros plazos que se mueven, con fate: MOVED, FRESH_TERM (en lugar de "
					+ "vencer tiene un plazo nuevo, hasta fresh), OVER_BY_LAW (plazo legal: vence) o UNMEASURABLE.")
	@PostMapping(path = "/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
	PreviewView edited(@PathVariable String code, @RequestBody CalendarBody body) {
		this.editors.require();
		return PreviewView.of(this.changes.edited(body.toCommand(code)));
	}

	@Operation(summary = "Dice qué plazos movería asignar el calendario a un equipo, o retirárselo",
			description = "withdraw=true: el equipo volvería al de la organización.")
	@PostMapping("/teams/{groupId}/preview")
	PreviewView team(@PathVariable String code, @PathVariable String groupId,
			@RequestParam(defaultValue = "false") boolean withdraw) {
		this.editors.require();
		return PreviewView.of(this.changes.team(withdraw ? null : code, groupId));
	}

	@Operation(summary = "Dice qué plazos movería asignar el calendario a un cliente, o retirárselo",
			description = "withdraw=true: el cliente volvería al del equipo que le atiende.")
	@PostMapping("/customers/{customerCode}/preview")
	PreviewView customer(@PathVariable String code, @PathVariable String customerCode,
			@RequestParam(defaultValue = "false") boolean withdraw) {
		this.editors.require();
		return PreviewView.of(this.changes.customer(withdraw ? null : code, customerCode));
	}

	/**
	 * What would move.
	 *
	 * @param summary in Spanish
	 * @param running how many running deadlines are counted by what would change
	 * @param counted how many of them were counted
	 * @param movedTotal how many would move
	 * @param dueNow how many of these the change alone would end
	 * @param moved the first of them
	 */
	record PreviewView(String summary, long running, int counted, int movedTotal, long dueNow,
			List<MovedDeadline> moved) {

		static PreviewView of(CalendarForecast forecast) {
			List<MovedDeadline> moved = forecast.moved();
			return new PreviewView(forecast.summary(), forecast.total(), forecast.counted(), moved.size(),
					forecast.dueNow(), moved.subList(0, Math.min(MOST, moved.size())));
		}

	}

}
