package dev.escala.pursuit.today.web;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.escala.access.CurrentUser;
import dev.escala.matter.Entitlement;
import dev.escala.matter.Matters;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.call.CallChannel;
import dev.escala.pursuit.course.PursuitWork;
import dev.escala.pursuit.today.CallList;
import dev.escala.pursuit.today.CallToday;
import dev.escala.pursuit.today.CallsToday;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.DateTexts;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Whom to call today, in the browser; one click notes what came of it, once however often
 * it is clicked. Works without JavaScript and allows none.
 */
@Controller
@RequestMapping("/ventas/llamadas")
class CallsPage extends StaffPage {

	private static final String PATH = "/ventas/llamadas";

	private static final int SIZE = 10;

	private final CallsToday calls;

	private final Pursuits pursuits;

	private final PursuitWork work;

	private final Matters matters;

	private final Entitlement entitlement;

	private final CurrentUser user;

	private final IdempotencyKeys once;

	private final DateTexts dates;

	CallsPage(CallsToday calls, Pursuits pursuits, PursuitWork work, Matters matters, Entitlement entitlement,
			CurrentUser user, IdempotencyKeys once, DateTexts dates, @Value("${escala.zone}") ZoneId zone) {
		super("pursuits", "No puede ver las llamadas de Ventas", zone);
		this.calls = calls;
		this.pursuits = pursuits;
		this.work = work;
		this.matters = matters;
		this.entitlement = entitlement;
		this.user = user;
		this.once = once;
		this.dates = dates;
	}

	@GetMapping
	String show(@RequestParam(name = "lista", defaultValue = "") String list,
			@RequestParam(name = "pagina", defaultValue = "1") String page,
			@RequestParam(name = "hecho", defaultValue = "") String done, Model model) {
		model.addAttribute("done", done(done));
		return page(list, page, Map.of(), Map.of(), model);
	}

	@PostMapping("/{number}")
	String record(@PathVariable CaseNumber number, @RequestParam Map<String, String> sent, Model model,
			HttpServletResponse response) {
		this.matters.requireSeen(number);
		this.entitlement.requireWorker(number);
		String list = sent.getOrDefault("lista", "");
		String wanted = sent.getOrDefault("pagina", "1");
		Map<String, String> typed = new HashMap<>(sent);
		typed.put("number", number.value());
		try {
			UserId by = this.user.id().orElseThrow();
			Map<String, String> said = new HashMap<>(sent);
			said.keySet().retainAll(List.of("callResult", "callChannel", "callMinutes", "callNote", "contactOn"));
			String form = sent.getOrDefault("form", "");
			this.once.once(form.matches("[0-9a-f-]{36}") ? form : UUID.randomUUID().toString(), by.value(),
					PATH + "/" + number, IdempotencyKeys.fingerprint(said), () -> {
						this.work.callNow(number, by, text(sent, "callResult"), text(sent, "callChannel"),
								minutes(text(sent, "callMinutes")), text(sent, "callNote"), text(sent, "contactOn"));
						return number.value();
					});
			return "redirect:" + PATH + "?lista=" + named(CallList.values(), list, CallList.ALL) + "&pagina="
					+ number(wanted) + "&hecho=" + number;
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return page(list, wanted, typed, problems(ex), model);
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return page(list, wanted, typed, Map.of("form", ex.getMessage()), model);
		}
	}

	private static String text(Map<String, String> sent, String key) {
		String text = sent.get(key);
		return (text == null || text.isBlank()) ? null : text.replace("\r\n", "\n").strip();
	}

	private static Integer minutes(String typed) {
		if (typed != null && !typed.matches("\\d{1,4}")) {
			throw new InvalidInputException("callMinutes", "Los minutos son un número, como 12.");
		}
		return (typed == null) ? null : Integer.valueOf(typed);
	}

	/** What the address says was done, told from what stands now. */
	private String done(String number) {
		if (!number.matches("[A-Z]{3}-\\d{4}-\\d{6,9}") || !PursuitKind.isOne(new CaseNumber(number))) {
			return null;
		}
		this.matters.requireSeen(new CaseNumber(number));
		String next = this.dates.full(this.pursuits.get(new CaseNumber(number)).plan().nextDue());
		return "Anotado en " + number + ". " + ((next == null)
				? "No queda ninguna fecha para el siguiente contacto: diga en su ficha qué etapa sigue, o ciérrelo."
				: "Siguiente contacto: " + next + ".");
	}

	private String page(String list, String wantedPage, Map<String, String> typed, Map<String, String> problems,
			Model model) {
		CallList wanted = named(CallList.values(), list, CallList.ALL);
		Page<CallToday> page = page(wanted, number(wantedPage));
		if (page.page() >= page.pages()) {
			page = page(wanted, (int) page.pages());
		}
		boolean shown = page.items().stream().anyMatch((call) -> call.number().value().equals(typed.get("number")));
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("list", wanted);
		model.addAttribute("lists", CallList.values());
		model.addAttribute("counts", this.calls.counts());
		model.addAttribute("calls", page);
		model.addAttribute("channels", CallChannel.values());
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		model.addAttribute("problem", (shown && !problems.containsKey("form")) || problems.isEmpty() ? null
				: typed.get("number") + ": " + String.join(" ", problems.values()));
		model.addAttribute("forms",
				page.items()
					.stream()
					.collect(Collectors.toMap(CallToday::number, (call) -> UUID.randomUUID().toString())));
		model.addAttribute("page", page.page() + 1);
		model.addAttribute("pages", page.pages());
		return "pursuits/calls";
	}

	private Page<CallToday> page(CallList list, int number) {
		return this.calls.page(list, new PageRequest(number - 1, SIZE, "dueAt"));
	}

}
