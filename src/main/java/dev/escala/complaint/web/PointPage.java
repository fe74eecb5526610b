package dev.escala.complaint.web;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import dev.escala.access.CurrentUser;
import dev.escala.complaint.answer.ComplaintPoint;
import dev.escala.complaint.answer.ComplaintPoints;
import dev.escala.complaint.answer.PointDecision;
import dev.escala.complaint.answer.PointRuling;
import dev.escala.matter.Entitlement;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.IdempotencyKeys;
import dev.escala.web.StaffPage;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The points of a complaint, a box for each (Ley 10/2025, art. 13.1), above the letter
 * that they become. Who sees the complaint reads it; who works it decides.
 */
@Controller
@RequestMapping("/reclamaciones/{number:[A-Za-z]{2,6}-\\d{4}-\\d{6,9}}/puntos")
class PointPage extends StaffPage {

	/** Where what is wrong with the whole form stands. */
	private static final String WHOLE = "point";

	private final PointSheet sheets;

	private final ComplaintPoints points;

	private final Entitlement entitlement;

	private final CurrentUser user;

	private final IdempotencyKeys once;

	PointPage(PointSheet sheets, ComplaintPoints points, Entitlement entitlement, CurrentUser user,
			IdempotencyKeys once, @Value("${escala.zone}") ZoneId zone) {
		super("case", "No puede decidir en esta reclamación", zone);
		this.sheets = sheets;
		this.points = points;
		this.entitlement = entitlement;
		this.user = user;
		this.once = once;
	}

	@GetMapping
	String show(@PathVariable CaseNumber number, @RequestParam(name = "hecho", defaultValue = "") String done,
			Model model) {
		model.addAttribute("saved", done.matches("\\d{1,18}") ? Long.parseLong(done) : 0L);
		return page(number, 0, Map.of(), Map.of(), model);
	}

	@PostMapping("/{id:\\d{1,18}}")
	String rule(@PathVariable CaseNumber number, @PathVariable long id, @RequestParam(defaultValue = "") String seen,
			@RequestParam(defaultValue = "") String ruling, @RequestParam(defaultValue = "") String reason,
			@RequestParam(defaultValue = "") String norm, Model model, HttpServletResponse response) {
		return attempt(number, id, Map.of("ruling", ruling, "reason", reason, "norm", norm), model, response,
				(userId) -> {
					this.points.rule(number, userId, id, version(seen),
							new PointDecision(named(PointRuling.values(), ruling, null), reason, norm));
					return id;
				});
	}

	@PostMapping("/{id:\\d{1,18}}/palabras")
	String reword(@PathVariable CaseNumber number, @PathVariable long id, @RequestParam(defaultValue = "") String seen,
			@RequestParam(defaultValue = "") String words, Model model, HttpServletResponse response) {
		return attempt(number, id, Map.of("words", words), model, response, (userId) -> {
			this.points.edit(number, userId, id, version(seen), words);
			return id;
		});
	}

	@PostMapping("/{id:\\d{1,18}}/quitar")
	String remove(@PathVariable CaseNumber number, @PathVariable long id, @RequestParam(defaultValue = "") String seen,
			Model model, HttpServletResponse response) {
		return attempt(number, id, Map.of(), model, response, (userId) -> {
			this.points.remove(number, userId, id, version(seen));
			return 0L;
		});
	}

	/** Sent twice, it is one point. */
	@PostMapping
	String add(@PathVariable CaseNumber number, @RequestParam(defaultValue = "") String words,
			@RequestParam(defaultValue = "") String form, Model model, HttpServletResponse response) {
		return attempt(number, 0, Map.of("words", words), model, response,
				(userId) -> Long.parseLong(this.once.once(form.isBlank() ? null : form, userId.value(),
						"/reclamaciones/" + number + "/puntos", IdempotencyKeys.fingerprint(List.of(words)),
						() -> String.valueOf(this.points.add(number, userId, words)))));
	}

	/** What is wrong stands beside its field, with what the person typed still there. */
	private String attempt(CaseNumber number, long id, Map<String, String> typed, Model model,
			HttpServletResponse response, Function<UserId, Long> action) {
		this.entitlement.requireWorker(number);
		try {
			long done = action.apply(this.user.id().orElseThrow());
			return "redirect:/reclamaciones/" + number + "/puntos?hecho=" + done + ((done > 0) ? "#punto-" + done : "");
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return page(number, id, typed, problems(ex), model);
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return page(number, id, typed, Map.of(WHOLE, ex.getMessage()), model);
		}
	}

	private String page(CaseNumber number, long at, Map<String, String> typed, Map<String, String> problems,
			Model model) {
		model.addAttribute("sheet", "reply/style");
		model.addAttribute("decided", this.sheets.of(number));
		model.addAttribute("rulings", Arrays.asList(PointRuling.values()));
		model.addAttribute("longest", Map.of("words", ComplaintPoint.LONGEST_WORDS, "reason",
				ComplaintPoint.LONGEST_REASON, "norm", ComplaintPoint.LONGEST_NORM));
		model.addAttribute("at", at);
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		model.addAttribute("form", UUID.randomUUID().toString());
		if (!model.containsAttribute("saved")) {
			model.addAttribute("saved", 0L);
		}
		return "complaints/points";
	}

	/** Whoever sends no version has seen none. */
	private static Integer version(String seen) {
		return seen.matches("\\d{1,9}") ? Integer.valueOf(seen) : Integer.valueOf(-1);
	}

}
