package dev.escala.access.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Sends whoever opens the bare address to Tasklist. */
@Controller
class HomeController {

	@GetMapping("/")
	String home() {
		return "redirect:/camunda/app/tasklist/default/";
	}

}
