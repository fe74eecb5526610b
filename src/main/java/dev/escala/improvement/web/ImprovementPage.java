package dev.escala.improvement.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.escala.access.CurrentUser;
import dev.escala.card.CardTask;
import dev.escala.card.Cards;
import dev.escala.card.OpenTasks;
import dev.escala.improvement.Improvement;
import dev.escala.improvement.ImprovementKind;
import dev.escala.improvement.Improvements;
import dev.escala.improvement.SaidImprovement;
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

/** Improvements in the browser: those that are under way, and a new one. */
@Controller
@RequestMapping("/mejoras")
class ImprovementPage extends StaffPage {

	private static final String PATH = "/mejoras";

	private final Improvements improvements;

	private final CurrentUser user;

	private final ImprovementLines lines;

	private final Matters matters;

	private final Cards cards;

	private final OpenTasks tasks;

	private final IdempotencyKeys once;

	ImprovementPage(Improvements improvements, CurrentUser user, ImprovementLines lines, Matters matters, Cards cards,
			OpenTasks tasks, IdempotencyKeys once, @Value("${escala.zone}") ZoneId zone) {
		super("improvements", "No puede ver esta mejora", zone);
		this.improvements = improvements;
		this.user = user;
		this.lines = lines;
		this.matters = matters;
		this.cards = cards;
		this.tasks = tasks;
		this.once = once;
	}

	@GetMapping
	String list(Model model) {
		return list(Map.of(), Map.of(), model);
	}

	@PostMapping
	String propose(@RequestParam Map<String, String> sent, Model model, HttpServletResponse response) {
		UserId by = this.user.id().orElseThrow();
		try {
			SaidImprovement said = new SaidImprovement(sent.get("kind"), sent.get("what"), sent.get("why"),
					sent.get("owner"), sent.get("dueOn"), sent.get("repeatMonths"), null);
			String form = sent.getOrDefault("form", "");
			String number = this.once.once(form.matches("[0-9a-f-]{36}") ? form : UUID.randomUUID().toString(),
					by.value(), PATH, IdempotencyKeys.fingerprint(said),
					() -> this.improvements.begin(said, by).value());
			return "redirect:" + PATH + "/" + number;
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return list(sent, problems(ex), model);
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return list(sent, Map.of("form", ex.getMessage()), model);
		}
	}

	@GetMapping("/{number}")
	String show(@PathVariable CaseNumber number, Model model) {
		this.matters.requireSeen(number);
		Improvement one = this.improvements.get(number);
		model.addAttribute("one", one);
		model.addAttribute("after", this.improvements.after(number).map(Improvement::number).orElse(null));
		model.addAttribute("card", this.cards.find(CardTask.page(number)).orElseThrow());
		model.addAttribute("tasks", this.tasks.of(number));
		model.addAttribute("sheet", "case/style");
		return "improvements/improvement";
	}

	private String list(Map<String, String> typed, Map<String, String> problems, Model model) {
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		model.addAttribute("form", UUID.randomUUID().toString());
		model.addAttribute("kinds", List.of(ImprovementKind.values()));
		model.addAttribute("people", this.lines.people());
		model.addAttribute("open", this.lines.of(this.improvements.open()));
		model.addAttribute("ended", this.lines.of(this.improvements.ended()));
		return "improvements/list";
	}

}
