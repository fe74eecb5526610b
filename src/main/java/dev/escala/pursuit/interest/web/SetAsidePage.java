package dev.escala.pursuit.interest.web;

import java.time.ZoneId;

import dev.escala.access.CurrentUser;
import dev.escala.pursuit.interest.WebLeads;
import dev.escala.web.StaffPage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What came from the web and was taken for spam: one click calls them back after all. */
@Controller
@RequestMapping("/ventas/interesados")
class SetAsidePage extends StaffPage {

	private final WebLeads leads;

	private final CurrentUser user;

	SetAsidePage(WebLeads leads, CurrentUser user, @Value("${escala.zone}") ZoneId zone) {
		super("pursuits", "No puede ver lo apartado de la web", zone);
		this.leads = leads;
		this.user = user;
	}

	@GetMapping
	String show(Model model) {
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("leads", this.leads.aside());
		return "pursuits/aside";
	}

	@PostMapping("/{id}")
	String notSpam(@PathVariable long id) {
		return "redirect:/ventas/" + this.leads.notSpam(id, this.user.id().orElseThrow());
	}

}
