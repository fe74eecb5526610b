package dev.escala.notification.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.escala.notification.Outbox;
import dev.escala.notification.template.TemplateAdministration;
import dev.escala.notification.template.TemplateAdministration.Attempt;
import dev.escala.validation.InvalidInputException;
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

/** The templates in the browser; works without JavaScript and allows none. */
@Controller
@RequestMapping("/plantillas")
class TemplatePage extends StaffPage {

	private static final Set<String> FORMS = Set.of(".html", ".txt", "_en.html", "_en.txt");

	private final TemplateAdministration templates;

	TemplatePage(TemplateAdministration templates, @Value("${escala.zone}") ZoneId zone) {
		super("template", "No puede ver las plantillas", zone);
		this.templates = templates;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("sheet", "template/style");
		model.addAttribute("templates", this.templates.all());
		model.addAttribute("fields", this.templates.fields());
		return "template/list";
	}

	@GetMapping("/{name:[a-z-]+}")
	String show(@PathVariable String name, @RequestParam(name = "idioma", defaultValue = "es") String language,
			@RequestParam(name = "caso", defaultValue = "") String caseNumber, Model model,
			HttpServletResponse response) {
		fill(model, name, language, caseNumber);
		model.addAttribute("form", locale(language).equals(Locale.ENGLISH) ? "_en.txt" : ".txt");
		model.addAttribute("written", this.templates.source(name, locale(language)));
		try {
			model.addAttribute("preview", this.templates.preview(name, locale(language), caseNumber));
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			model.addAttribute("problems", List.of(ex.getMessage()));
		}
		return "template/template";
	}

	/** Checks a text and shows it; nothing is deployed. */
	@PostMapping("/{name:[a-z-]+}")
	String attempt(@PathVariable String name, @RequestParam(name = "forma", defaultValue = ".txt") String form,
			@RequestParam(name = "texto", defaultValue = "") String content,
			@RequestParam(name = "caso", defaultValue = "") String caseNumber, Model model,
			HttpServletResponse response) {
		String kind = FORMS.contains(form) ? form : ".txt";
		fill(model, name, kind.startsWith("_en") ? "en" : "es", caseNumber);
		model.addAttribute("form", kind);
		model.addAttribute("written", content);
		try {
			Attempt attempt = this.templates.attempt(name + kind, content, caseNumber);
			model.addAttribute("preview", attempt.preview());
			model.addAttribute("problems", attempt.problems());
			model.addAttribute("fine", attempt.problems().isEmpty());
		}
		catch (InvalidInputException ex) {
			model.addAttribute("problems", List.of(ex.getMessage()));
		}
		if (!((List<?>) model.getAttribute("problems")).isEmpty()) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
		}
		return "template/template";
	}

	private void fill(Model model, String name, String language, String caseNumber) {
		model.addAttribute("sheet", "template/style");
		model.addAttribute("template", this.templates.get(name));
		model.addAttribute("language", language.equals("en") ? "en" : "es");
		model.addAttribute("caseNumber", caseNumber);
		model.addAttribute("fields", this.templates.fields());
		model.addAttribute("problems", List.of());
		model.addAttribute("fine", false);
		model.addAttribute("preview", (Outbox.Preview) null);
	}

	private static Locale locale(String language) {
		return language.equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("es");
	}

}
