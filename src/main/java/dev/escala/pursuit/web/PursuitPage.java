package dev.escala.pursuit.web;

import java.time.ZoneId;

import dev.escala.card.CardTask;
import dev.escala.card.Cards;
import dev.escala.card.OpenTasks;
import dev.escala.matter.Matters;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.Pursuits;
import dev.escala.reference.CaseNumber;
import dev.escala.web.StaffPage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A prospect or an opportunity in the browser, also once it has no task. */
@Controller
@RequestMapping("/ventas/{number}")
class PursuitPage extends StaffPage {

	private final Pursuits pursuits;

	private final Matters matters;

	private final Cards cards;

	private final OpenTasks tasks;

	PursuitPage(Pursuits pursuits, Matters matters, Cards cards, OpenTasks tasks,
			@Value("${escala.zone}") ZoneId zone) {
		super("case", "No puede ver este prospecto ni esta oportunidad", zone);
		this.pursuits = pursuits;
		this.matters = matters;
		this.cards = cards;
		this.tasks = tasks;
	}

	@GetMapping
	String show(@PathVariable CaseNumber number, Model model) {
		this.matters.requireSeen(number);
		Pursuit pursuit = this.pursuits.get(number);
		model.addAttribute("number", number);
		model.addAttribute("type", pursuit.kind().label().equals("prospecto") ? "prospectos" : "oportunidades");
		model.addAttribute("before", pursuit.cameFrom());
		model.addAttribute("after", this.pursuits.became(number).map(Pursuit::number).orElse(null));
		model.addAttribute("card", this.cards.find(CardTask.page(number)).orElseThrow());
		model.addAttribute("tasks", this.tasks.of(number));
		model.addAttribute("sheet", "case/style");
		return "pursuits/pursuit";
	}

}
