package dev.escala.access.frame;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads whoever opens the bare address to where their work begins. */
@Controller
class HomeController {

	private final Menu menu;

	HomeController(Menu menu) {
		this.menu = menu;
	}

	@GetMapping("/")
	String home() {
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		return "redirect:" + this.menu.home(caller);
	}

}
