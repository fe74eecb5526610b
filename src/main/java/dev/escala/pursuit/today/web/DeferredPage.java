package dev.escala.pursuit.today.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import dev.escala.access.Staff;
import dev.escala.pursuit.today.CallsToday;
import dev.escala.pursuit.today.Deferred;
import dev.escala.reference.UserId;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import dev.escala.web.StaffPage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the team puts off and how often, for whoever leads it (004-67). */
@Controller
class DeferredPage extends StaffPage {

	private static final int SIZE = 50;

	private final CallsToday calls;

	private final Staff staff;

	DeferredPage(CallsToday calls, Staff staff, @Value("${escala.zone}") ZoneId zone) {
		super("pursuits", "No puede ver lo que aplaza el equipo", zone);
		this.calls = calls;
		this.staff = staff;
	}

	@GetMapping("/ventas/aplazadas")
	String show(@RequestParam(name = "pagina", defaultValue = "1") String page, Model model) {
		Page<Deferred> part = page(number(page));
		if (part.page() >= part.pages()) {
			part = page((int) part.pages());
		}
		List<UserId> owners = part.items().stream().map(Deferred::owner).filter(Objects::nonNull).distinct().toList();
		model.addAttribute("calls", part);
		model.addAttribute("names", this.staff.namesOf(owners));
		model.addAttribute("page", part.page() + 1);
		model.addAttribute("pages", part.pages());
		model.addAttribute("sheet", "panel/style");
		return "pursuits/deferred";
	}

	private Page<Deferred> page(int number) {
		return this.calls.deferred(new PageRequest(Math.max(number, 1) - 1, SIZE, "dueAt"));
	}

}
