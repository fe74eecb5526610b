package dev.escala.letter.web;

import java.time.Instant;
import java.util.List;

import dev.escala.contact.ContactPoint;
import dev.escala.letter.ReplyPoints;
import dev.escala.matter.Entitlement;
import dev.escala.reference.CaseNumber;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the next reply has to answer, for programs (003-10). */
@RestController
@RequestMapping(path = { "/api/escalations/{number}/reply-points", "/api/matters/{number}/reply-points" },
		produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Escalamientos")
class ReplyPointController {

	private final ReplyPoints points;

	private final Entitlement entitlement;

	ReplyPointController(ReplyPoints points, Entitlement entitlement) {
		this.points = points;
		this.entitlement = entitlement;
	}

	@Operation(summary = "Los puntos del cliente que esperan respuesta",
			description = "open: todavía hay que contestarlo. Las respuestas se envían al completar la tarea "
					+ "userTask_replyToContact (POST /engine-rest/task/{id}/submit-form o /complete), en su campo answers: "
					+ "una lista en JSON, [{\"point\": 12, \"answer\": \"Llega mañana.\"}, {\"point\": 13, "
					+ "\"noAnswerReason\": \"Es un saludo.\"}], como String o, si pasa de 4000 caracteres, como Json. Con un "
					+ "punto abierto la tarea no se completa.")
	@GetMapping
	List<View> list(@PathVariable CaseNumber number) {
		this.entitlement.requireWorker(number);
		return this.points.list(number).stream().map(View::of).toList();
	}

	record View(long id, Instant contactedAt, String text, boolean question, boolean open, String answer,
			String noAnswerReason) {

		static View of(ContactPoint point) {
			return new View(point.id(), point.contactedAt(), point.text(), point.question(), point.isOpen(),
					point.answer(), point.noAnswerReason());
		}

	}

}
