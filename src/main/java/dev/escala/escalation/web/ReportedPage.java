package dev.escala.escalation.web;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.access.CurrentUser;
import dev.escala.access.Staff;
import dev.escala.escalation.Milestone;
import dev.escala.escalation.reporter.ReporterPreferences;
import dev.escala.reference.UserId;
import dev.escala.web.StaffPage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Of what a person wants to hear by mail of the cases that they reported. */
@Controller
@RequestMapping("/reportados")
class ReportedPage extends StaffPage {

	private final ReporterPreferences preferences;

	private final CurrentUser user;

	private final Staff staff;

	ReportedPage(ReporterPreferences preferences, CurrentUser user, Staff staff, @Value("${escala.zone}") ZoneId zone) {
		super("reported", "No puede elegir sus avisos", zone);
		this.preferences = preferences;
		this.user = user;
		this.staff = staff;
	}

	/** Where the list was before there was one list of everything; mails lead here. */
	@GetMapping
	String list() {
		return "redirect:/casos?filtro=reportados";
	}

	@GetMapping("/avisos")
	String wishes(@RequestParam(name = "hecho", defaultValue = "") String done, Model model) {
		UserId reporter = reporter();
		model.addAttribute("milestones", Milestone.values());
		model.addAttribute("wanted", this.preferences.of(reporter));
		model.addAttribute("reachable",
				this.staff.find(reporter).filter((person) -> person.email() != null).isPresent());
		model.addAttribute("done", done.equals("avisos") ? "Queda anotado de qué quiere que se le avise." : null);
		model.addAttribute("sheet", "case/style");
		return "reported/wishes";
	}

	/** A milestone that the form does not know is nobody's wish. */
	@PostMapping("/avisos")
	String choose(@RequestParam(name = "aviso", required = false) List<String> wanted) {
		List<String> names = (wanted == null) ? List.of() : wanted;
		Set<Milestone> milestones = Arrays.stream(Milestone.values())
			.filter((one) -> names.contains(one.name()))
			.collect(Collectors.toSet());
		this.preferences.choose(reporter(), milestones);
		return "redirect:/reportados/avisos?hecho=avisos";
	}

	private UserId reporter() {
		return this.user.id().orElseThrow();
	}

}
