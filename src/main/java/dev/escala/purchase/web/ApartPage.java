package dev.escala.purchase.web;

import java.time.ZoneId;
import java.util.Map;

import dev.escala.access.CurrentUser;
import dev.escala.purchase.apart.Apart;
import dev.escala.purchase.apart.ApartPurchases;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.Page;
import dev.escala.web.StaffPage;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Purchases of customers that nobody knows, in the browser. */
@Controller
@RequestMapping("/compras/aparte")
class ApartPage extends StaffPage {

	private final ApartPurchases apart;

	private final CurrentUser user;

	ApartPage(ApartPurchases apart, CurrentUser user, @Value("${escala.zone}") ZoneId zone) {
		super("purchases", "No puede asignar compras", zone);
		this.apart = apart;
		this.user = user;
	}

	@GetMapping
	String list(@RequestParam(name = "pagina", defaultValue = "1") String page,
			@RequestParam(name = "hecho", defaultValue = "") String done, Model model) {
		model.addAttribute("done", done.matches("\\d{1,9}") ? done : null);
		return list(number(page), Map.of(), Map.of(), model);
	}

	@PostMapping
	String assign(@RequestParam Map<String, String> sent, Model model, HttpServletResponse response) {
		try {
			int documents = this.apart.assign(sent.get("called"), sent.get("document"), sent.get("code"),
					this.user.id().orElseThrow());
			return "redirect:/compras/aparte?hecho=" + documents;
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			model.addAttribute("done", null);
			return list(number(sent.getOrDefault("pagina", "1")), sent, problems(ex), model);
		}
	}

	private String list(int wanted, Map<String, String> typed, Map<String, String> problems, Model model) {
		Page<Apart> page = this.apart.page(wanted - 1);
		if (page.page() >= page.pages()) {
			page = this.apart.page((int) page.pages() - 1);
		}
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		model.addAttribute("apart", page);
		model.addAttribute("page", page.page() + 1);
		model.addAttribute("pages", page.pages());
		return "purchases/apart";
	}

}
