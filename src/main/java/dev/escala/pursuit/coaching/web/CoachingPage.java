package dev.escala.pursuit.coaching.web;

import java.time.ZoneId;
import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.access.Staff;
import dev.escala.pursuit.coaching.Coachings;
import dev.escala.reference.UserId;
import dev.escala.web.StaffPage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What was practised and agreed: for who practises and who does it with them. */
@Controller
class CoachingPage extends StaffPage {

	private final Coachings coachings;

	private final CurrentUser user;

	private final Staff staff;

	CoachingPage(Coachings coachings, CurrentUser user, Staff staff, @Value("${escala.zone}") ZoneId zone) {
		super("case", "No puede ver estas prácticas", zone);
		this.coachings = coachings;
		this.user = user;
		this.staff = staff;
	}

	@GetMapping("/ventas/practica")
	String show(Model model) {
		model.addAttribute("practices",
				this.coachings.of(this.user.id().orElseThrow())
					.stream()
					.map((one) -> new Practice(name(one.person()), name(one.leader()), one.told(), one.state().label(),
							one.openedAt(), one.said()))
					.toList());
		model.addAttribute("sheet", "panel/style");
		return "pursuits/practices";
	}

	private String name(UserId user) {
		return (user == null) ? "Supervisión" : this.staff.nameOf(user);
	}

}
