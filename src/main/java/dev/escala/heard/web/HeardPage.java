package dev.escala.heard.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.escala.access.CurrentUser;
import dev.escala.access.Staff;
import dev.escala.heard.HeardKind;
import dev.escala.heard.HeardNote;
import dev.escala.heard.HeardNotes;
import dev.escala.heard.Hearsay;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.IdempotencyKeys;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
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

/** "He oído…": behind a door on every staff page; works without JavaScript. */
@Controller
@RequestMapping("/oido")
class HeardPage extends StaffPage {

	private static final String PATH = "/oido";

	private static final int SIZE = 25;

	private final HeardNotes notes;

	private final Staff staff;

	private final CurrentUser user;

	private final IdempotencyKeys once;

	HeardPage(HeardNotes notes, Staff staff, CurrentUser user, IdempotencyKeys once,
			@Value("${escala.zone}") ZoneId zone) {
		super("heard", "No puede anotar lo que oye", zone);
		this.notes = notes;
		this.staff = staff;
		this.user = user;
		this.once = once;
	}

	@GetMapping
	String show(@RequestParam(name = "hecho", defaultValue = "") String done,
			@RequestParam(name = "texto", defaultValue = "") String text,
			@RequestParam(name = "pagina", defaultValue = "1") String wantedPage, Model model) {
		model.addAttribute("noted", done.equals("nota"));
		model.addAttribute("opened", done.matches("QUE-\\d{4}-\\d{6,9}") ? done : null);
		return page(Map.of(), Map.of(), text, wantedPage, model);
	}

	@PostMapping
	String record(@RequestParam Map<String, String> sent, Model model, HttpServletResponse response) {
		try {
			Hearsay heard = Hearsay.read(sent.get("kind"), sent.get("text"), sent.get("customer"), sent.get("email"),
					sent.get("about"), sent.get("place"));
			String form = sent.getOrDefault("form", "");
			String number = this.once.once(form.matches("[0-9a-f-]{36}") ? form : UUID.randomUUID().toString(),
					this.user.id().orElseThrow().value(), PATH, IdempotencyKeys.fingerprint(heard),
					() -> this.notes.record(heard).map(CaseNumber::value).orElse("nota"));
			return "redirect:" + PATH + "?hecho=" + number;
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return page(sent, problems(ex), "", "1", model);
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return page(sent,
					Map.of("form", "Esto ya se anotó con otro texto. Si lo de ahora es otra cosa, anótelo de nuevo."),
					"", "1", model);
		}
	}

	private String page(Map<String, String> typed, Map<String, String> problems, String wanted, String wantedPage,
			Model model) {
		String text = search(wanted.replaceAll("\\p{Cntrl}", " "));
		Page<HeardNote> page = page(text, number(wantedPage));
		if (page.page() >= page.pages()) {
			page = page(text, (int) page.pages());
		}
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		model.addAttribute("kinds", List.of(HeardKind.values()));
		model.addAttribute("form", UUID.randomUUID().toString());
		model.addAttribute("text", text);
		model.addAttribute("notes", page);
		model.addAttribute("names",
				this.staff.namesOf(page.items().stream().map(HeardNote::author).distinct().toList()));
		model.addAttribute("page", page.page() + 1);
		model.addAttribute("pages", page.pages());
		return "heard/heard";
	}

	private Page<HeardNote> page(String text, int number) {
		return this.notes.search(text, new PageRequest(number - 1, SIZE, "-recordedAt"));
	}

}
