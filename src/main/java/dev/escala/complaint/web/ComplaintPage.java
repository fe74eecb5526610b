package dev.escala.complaint.web;

import java.time.ZoneId;
import java.util.Map;

import dev.escala.card.CardTask;
import dev.escala.card.Cards;
import dev.escala.card.OpenTasks;
import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.web.StaffPage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A complaint in the browser for all staff, also once it has no task. */
@Controller
@RequestMapping("/reclamaciones/{number}")
class ComplaintPage extends StaffPage {

	private final Complaints complaints;

	private final Matters matters;

	private final Cards cards;

	private final OpenTasks tasks;

	ComplaintPage(Complaints complaints, Matters matters, Cards cards, OpenTasks tasks,
			@Value("${escala.zone}") ZoneId zone) {
		super("case", "No puede ver esta reclamación", zone);
		this.complaints = complaints;
		this.matters = matters;
		this.cards = cards;
		this.tasks = tasks;
	}

	@GetMapping
	String show(@PathVariable CaseNumber number, Model model) {
		this.matters.requireSeen(number);
		Complaint complaint = this.complaints.get(number);
		model.addAttribute("number", complaint.number());
		model.addAttribute("card", this.cards.find(CardTask.page(number)).orElseThrow());
		model.addAttribute("tasks", this.tasks.of(number));
		model.addAttribute("clockWords", Map.of("RUNNING", "en curso", "PAUSED", "en pausa", "MET", "a tiempo",
				"MET_LATE", "cumplido tarde", "BREACHED", "fuera de plazo"));
		model.addAttribute("sheet", "case/style");
		return "complaints/complaint";
	}

}
