package dev.escala.inbound.web;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.access.Staff;
import dev.escala.inbound.AssignMail;
import dev.escala.inbound.InboundEntry;
import dev.escala.inbound.InboundFilter;
import dev.escala.inbound.InboundMail;
import dev.escala.inbound.InboundMail.Status;
import dev.escala.inbound.InboundQueue;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
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

/** The mails that arrived, in the browser; works without JavaScript and allows none. */
@Controller
@RequestMapping("/entrada")
class InboundPage extends StaffPage {

	private static final String SIZE = "25";

	private static final String ALL = "TODOS";

	/** What the address says of an action that was just done. */
	private static final Map<String, String> DONE = Map.of("asignado", "El correo está en el caso.", "descartado",
			"El correo queda descartado. Si se arrepiente, todavía puede asignarlo.", "abierto",
			"Hecho: el correo está en el asunto que se abrió con él.");

	private final InboundQueue mails;

	private final Staff staff;

	InboundPage(InboundQueue mails, Staff staff, @Value("${escala.zone}") ZoneId zone) {
		super("inbound", "No puede ver el correo de entrada", zone);
		this.mails = mails;
		this.staff = staff;
	}

	/** What waits for a decision comes first: whoever opens the page wants to decide. */
	@GetMapping
	String list(@RequestParam(name = "estado", defaultValue = "WAITING") String state,
			@RequestParam(name = "texto", defaultValue = "") String text,
			@RequestParam(name = "pagina", defaultValue = "1") String wantedPage, Model model) {
		Status status = state.equals(ALL) ? null
				: Arrays.stream(Status.values()).filter((one) -> one.name().equals(state)).findFirst().orElse(null);
		String search = search(text);
		InboundFilter filter = new InboundFilter(status, search.isEmpty() ? null : search);
		Map<Status, Long> counts = this.mails.counts(filter);
		Page<InboundMail> page = page(filter, number(wantedPage));
		long pages = page.pages();
		if (page.page() >= pages) {
			page = page(filter, (int) pages);
		}
		model.addAttribute("status", status);
		model.addAttribute("state", (status == null) ? ALL : status.name());
		model.addAttribute("statuses", Status.values());
		model.addAttribute("counts", counts);
		model.addAttribute("all", counts.values().stream().mapToLong(Long::longValue).sum());
		model.addAttribute("text", search);
		model.addAttribute("mails", page);
		model.addAttribute("page", page.page() + 1);
		model.addAttribute("pages", pages);
		return "inbound/list";
	}

	@GetMapping("/{id:\\d{1,18}}")
	String show(@PathVariable long id, @RequestParam(name = "hecho", defaultValue = "") String done, Model model) {
		fill(model, id);
		model.addAttribute("done", DONE.get(done));
		model.addAttribute("problems", Map.of());
		return "inbound/mail";
	}

	@PostMapping("/{id:\\d{1,18}}/asignar")
	String assign(@PathVariable long id, @RequestParam(defaultValue = "") String caseNumber,
			@RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "false") boolean reopen,
			Model model, HttpServletResponse response) {
		model.addAttribute("caseNumber", caseNumber);
		model.addAttribute("reason", reason);
		return attempt(id, "asignado", model, response,
				() -> this.mails.assign(id, new AssignMail(caseNumber, reason, reopen)));
	}

	@PostMapping("/{id:\\d{1,18}}/abrir")
	String open(@PathVariable long id, @RequestParam(defaultValue = "") String kind,
			@RequestParam(defaultValue = "") String customer, @RequestParam(defaultValue = "") String language,
			Model model, HttpServletResponse response) {
		model.addAttribute("wanted", kind);
		model.addAttribute("customer", customer);
		model.addAttribute("language", language);
		return attempt(id, "abierto", model, response, () -> this.mails.open(id, kind, customer, language));
	}

	@PostMapping("/{id:\\d{1,18}}/descartar")
	String discard(@PathVariable long id, @RequestParam(name = "discardReason", defaultValue = "") String reason,
			Model model, HttpServletResponse response) {
		model.addAttribute("discardReason", reason);
		return attempt(id, "descartado", model, response, () -> this.mails.discard(id, reason));
	}

	/** What is wrong is shown beside the form, with what the person typed still there. */
	private String attempt(long id, String done, Model model, HttpServletResponse response, Runnable action) {
		try {
			action.run();
			return "redirect:/entrada/" + id + "?hecho=" + done;
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			Map<String, String> problems = problems(ex);
			if (done.equals("descartado")) {
				problems.put("discardReason", problems.remove("reason"));
			}
			model.addAttribute("problems", problems);
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("problems", Map.of("mail", ex.getMessage()));
		}
		fill(model, id);
		return "inbound/mail";
	}

	private void fill(Model model, long id) {
		InboundEntry entry = this.mails.get(id);
		Map<UserId, String> names = new HashMap<>();
		entry.actions()
			.forEach((action) -> this.staff.find(action.actor())
				.ifPresent((person) -> names.put(person.id(), person.name())));
		model.addAttribute("entry", entry);
		model.addAttribute("openings",
				entry.mail().canOpen() ? this.mails.openings()
					.stream()
					.filter((one) -> entry.mail().caseNumber() == null || !one.isOne(entry.mail().caseNumber()))
					.toList() : List.of());
		model.addAttribute("names", names);
	}

	private Page<InboundMail> page(InboundFilter filter, int number) {
		return this.mails.page(filter, PageRequest.read(new Fields(), String.valueOf(number - 1), SIZE, null,
				InboundQueue.SORTABLE, "-receivedAt"));
	}

}
