package dev.escala.complaint.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.escala.complaint.regime.DeadlineStory;
import dev.escala.complaint.regime.DisputeBody;
import dev.escala.complaint.regime.LegalDeadline;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** By when the law wants a complaint answered, over HTTP. */
@RestController("complaintDeadlineController")
@RequestMapping(path = "/api/complaints", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reclamaciones")
class DeadlineController {

	private final DeadlineAnswer answer;

	DeadlineController(DeadlineAnswer answer) {
		this.answer = answer;
	}

	@Operation(summary = "Qué plazos corren para una reclamación, cuándo vencen y por qué",
			description = "presented: fecha y hora en que se presentó, como la ve el cliente (2026-12-04T18:00). Lo demás "
					+ "es opcional y vale lo que diga la configuración: country y region (códigos), sector, topic, "
					+ "consumer, large, officialForm, smallSupply (menos de 15 kW), cureRequested y cureCompleted (lo que "
					+ "faltaba), decided. binding: el plazo que obliga; lastDate: el último día, entero; bodies: a "
					+ "quién puede acudir el cliente si se le deniega. No guarda nada.")
	@GetMapping("/deadlines")
	Answered deadlines(@RequestParam Map<String, String> sent) {
		DeadlineQuestion question = DeadlineQuestion.read(sent, this.answer.law(), this.answer.deadlines());
		DeadlineAnswer.Answer found = this.answer.to(question);
		return new Answered(found.regime().isWithoutNorm(), found.cureUntil().orElse(null),
				found.stories().stream().map(Term::of).toList(), found.bodies());
	}

	/**
	 * The answer.
	 *
	 * @param withoutNorm whether no norm is known and only the organisation's own term
	 * runs
	 * @param cureUntil the earliest last date for the customer to add what is missing
	 * @param terms the terms, those that go first before the others
	 * @param bodies where the customer can go if it is refused or not answered
	 */
	record Answered(boolean withoutNorm, LocalDate cureUntil, List<Term> terms, List<DisputeBody> bodies) {
	}

	/**
	 * One term.
	 *
	 * @param code for example {@code ES-G}
	 * @param norm the norm, in Spanish
	 * @param certainty how we know: A the text, B the authority's page, C others, N not
	 * @param binding whether it is the one that obliges
	 * @param dueAt the first instant after it; {@code null} while it has not begun
	 * @param lastDate the last date in time, in the customer's zone
	 * @param when the same in Spanish
	 * @param because the reasons, in Spanish
	 */
	record Term(String code, String norm, String certainty, boolean binding, Instant dueAt, LocalDate lastDate,
			String when, List<String> because) {

		static Term of(DeadlineStory story) {
			LegalDeadline deadline = story.deadline();
			return new Term(deadline.term().code(), deadline.term().norm(), deadline.term().certainty().name(),
					deadline.binding(), deadline.dueAt(), deadline.lastDate(), story.when(), story.because());
		}

	}

}
