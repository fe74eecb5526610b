package dev.escala.letter.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.escala.access.CurrentUser;
import dev.escala.contact.ContactPoint;
import dev.escala.contact.CustomerContacts;
import dev.escala.letter.ReplyPoints;
import dev.escala.matter.Entitlement;
import dev.escala.matter.Matters;
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
 * What a customer said, a box for each point (003-10), for whoever may change the case.
 * Each box is kept by itself; with the script, as soon as it is left.
 */
@Controller
@RequestMapping("/responder/{number:[A-Za-z]{2,6}-\\d{4}-\\d{6,9}}")
class ReplyPage extends StaffPage {

	private static final String SCRIPT = "/responder/responder.js";

	private final ReplyPoints points;

	private final CustomerContacts contacts;

	private final Matters matters;

	private final Entitlement entitlement;

	private final CurrentUser user;

	private final IdempotencyKeys once;

	ReplyPage(ReplyPoints points, CustomerContacts contacts, Matters matters, Entitlement entitlement, CurrentUser user,
			IdempotencyKeys once, @Value("${escala.zone}") ZoneId zone) {
		super("reply", "No puede responder en este caso", zone, SCRIPT);
		this.points = points;
		this.contacts = contacts;
		this.matters = matters;
		this.entitlement = entitlement;
		this.user = user;
		this.once = once;
	}

	@GetMapping
	String show(@PathVariable CaseNumber number, @RequestParam(name = "hecho", defaultValue = "") String done,
			Model model) {
		this.entitlement.requireWorker(number);
		model.addAttribute("saved", done.matches("\\d{1,18}") ? Long.parseLong(done) : 0L);
		return page(number, Map.of(), model);
	}

	@PostMapping("/puntos/{id:\\d{1,18}}")
	String answer(@PathVariable CaseNumber number, @PathVariable long id, @RequestParam(defaultValue = "") String seen,
			@RequestParam(defaultValue = "") String answer, Model model, HttpServletResponse response) {
		model.addAttribute("typed", Map.of(id, answer));
		return attempt(number, id, model, response,
				(userId) -> this.points.answer(number, userId, id, version(seen), answer));
	}

	@PostMapping("/puntos/{id:\\d{1,18}}/descartar")
	String drop(@PathVariable CaseNumber number, @PathVariable long id, @RequestParam(defaultValue = "") String seen,
			@RequestParam(defaultValue = "") String reason, Model model, HttpServletResponse response) {
		model.addAttribute("typedReason", Map.of(id, reason));
		return attempt(number, id, model, response,
				(userId) -> this.points.drop(number, userId, id, version(seen), reason));
	}

	@PostMapping("/puntos/{id:\\d{1,18}}/juntar")
	String merge(@PathVariable CaseNumber number, @PathVariable long id, @RequestParam(defaultValue = "") String seen,
			Model model, HttpServletResponse response) {
		return attempt(number, id, model, response, (userId) -> this.points.merge(number, id, version(seen)));
	}

	/** Sent twice, it is one point. */
	@PostMapping("/puntos")
	String add(@PathVariable CaseNumber number, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "") String form, Model model, HttpServletResponse response) {
		model.addAttribute("typedPoint", text);
		return attempt(number, 0, model, response, (userId) -> this.once.once(form.isBlank() ? null : form,
				userId.value(), "/responder/" + number, IdempotencyKeys.fingerprint(List.of(text)), () -> {
					this.points.add(number, userId, text);
					return number.value();
				}));
	}

	/** What is wrong stands beside its box, with what the person typed still there. */
	private String attempt(CaseNumber number, long id, Model model, HttpServletResponse response,
			java.util.function.Consumer<UserId> action) {
		this.entitlement.requireWorker(number);
		String problem;
		try {
			action.accept(this.user.id().orElseThrow());
			return "redirect:/responder/" + number + "?hecho=" + id + ((id > 0) ? "#punto-" + id : "");
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			problem = problems(ex).values().stream().collect(Collectors.joining(" "));
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			problem = ex.getMessage();
		}
		return page(number, Map.of(id, problem), model);
	}

	private String page(CaseNumber number, Map<Long, String> problems, Model model) {
		List<ContactPoint> all = this.points.list(number);
		Map<Long, List<String>> remarks = new HashMap<>();
		Map<Long, Boolean> onTheirWay = new HashMap<>();
		Instant until = this.points.onItsWayUntil(number).orElse(Instant.MIN);
		for (ContactPoint point : all) {
			remarks.put(point.id(), this.points.remarks(point));
			onTheirWay.put(point.id(), !point.contactedAt().isAfter(until));
		}
		model.addAttribute("sheet", "reply/style");
		model.addAttribute("matter", this.matters.get(number));
		model.addAttribute("said", this.contacts.waiting(number));
		model.addAttribute("points", all);
		model.addAttribute("open", all.stream().filter(ContactPoint::isOpen).count());
		model.addAttribute("remarks", remarks);
		model.addAttribute("onTheirWay", onTheirWay);
		model.addAttribute("preview", this.points.preview(number));
		model.addAttribute("problems", problems);
		model.addAttribute("form", UUID.randomUUID().toString());
		List.of("typed", "typedReason").forEach((typed) -> fallback(model, typed, Map.of()));
		fallback(model, "typedPoint", "");
		fallback(model, "saved", 0L);
		return "reply/points";
	}

	private static void fallback(Model model, String name, Object value) {
		if (!model.containsAttribute(name)) {
			model.addAttribute(name, value);
		}
	}

	/** Whoever sends no version, as an older page might, has seen none. */
	private static Integer version(String seen) {
		return seen.matches("\\d{1,9}") ? Integer.valueOf(seen) : Integer.valueOf(-1);
	}

}
