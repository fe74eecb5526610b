package dev.escala.complaint.outage.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import dev.escala.calendar.holiday.Countries;
import dev.escala.complaint.outage.Outage;
import dev.escala.complaint.outage.Outages;
import dev.escala.complaint.outage.SaveOutage;
import dev.escala.complaint.outage.TellOutage;
import dev.escala.complaint.regime.ComplaintLaw;
import dev.escala.customer.Product;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.IdempotencyKeys;
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
 * Mass faults in the browser: all staff read them, whoever takes complaints writes.
 */
@Controller
@RequestMapping("/averias")
class OutagePage extends StaffPage {

	private static final String WHOLE = "outage";

	private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

	private final Outages outages;

	private final TellOutage telling;

	private final OutageEditors editors;

	private final IdempotencyKeys once;

	private final ComplaintLaw law;

	private final ZoneId zone;

	OutagePage(Outages outages, TellOutage telling, OutageEditors editors, IdempotencyKeys once, ComplaintLaw law,
			@Value("${escala.zone}") ZoneId zone) {
		super("outages", "No puede hacer esto con las averías", zone);
		this.outages = outages;
		this.telling = telling;
		this.editors = editors;
		this.once = once;
		this.law = law;
		this.zone = zone;
	}

	@GetMapping
	String list(Model model) {
		return list(Map.of(), Map.of(), model);
	}

	@PostMapping
	String register(@RequestParam Map<String, String> sent, Model model, HttpServletResponse response) {
		UserId by = this.editors.require();
		try {
			SaveOutage known = known(sent);
			String id = this.once.once(sent.getOrDefault("form", "").isBlank() ? null : sent.get("form"), by.value(),
					"/averias", IdempotencyKeys.fingerprint(known),
					() -> String.valueOf(this.outages.register(known, by).id()));
			return "redirect:/averias/" + id;
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return list(sent, problems(ex), model);
		}
	}

	@GetMapping("/{id:\\d{1,18}}")
	String show(@PathVariable long id, @RequestParam(name = "hecho", defaultValue = "") String done, Model model) {
		model.addAttribute("done", done);
		return page(id, Map.of(), Map.of(), model);
	}

	@PostMapping("/{id:\\d{1,18}}")
	String change(@PathVariable long id, @RequestParam Map<String, String> sent, Model model,
			HttpServletResponse response) {
		return attempt(id, sent, model, response, (by) -> {
			this.outages.change(id, version(sent), known(sent));
			return "cambio";
		});
	}

	@PostMapping("/{id:\\d{1,18}}/fin")
	String end(@PathVariable long id, @RequestParam Map<String, String> sent, Model model,
			HttpServletResponse response) {
		return attempt(id, Map.of(), model, response, (by) -> {
			this.outages.end(id, version(sent));
			return "fin";
		});
	}

	@PostMapping("/{id:\\d{1,18}}/reclamaciones")
	String join(@PathVariable long id, @RequestParam(name = "number", required = false) List<CaseNumber> numbers,
			Model model, HttpServletResponse response) {
		return attempt(id, Map.of(), model, response, (by) -> {
			if (numbers == null || numbers.isEmpty()) {
				throw new InvalidInputException("number", "Marque al menos una reclamación.");
			}
			this.outages.join(id, numbers, by);
			return "unidas";
		});
	}

	@PostMapping("/{id:\\d{1,18}}/aviso")
	String send(@PathVariable long id, @RequestParam(defaultValue = "") String text, Model model,
			HttpServletResponse response) {
		return attempt(id, Map.of("text", text), model, response, (by) -> {
			this.telling.send(id, by, text);
			return "aviso";
		});
	}

	/** What is wrong stands beside its field, with what the person typed still there. */
	private String attempt(long id, Map<String, String> typed, Model model, HttpServletResponse response,
			Function<UserId, String> action) {
		UserId by = this.editors.require();
		try {
			return "redirect:/averias/" + id + "?hecho=" + action.apply(by);
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return page(id, typed, problems(ex), model);
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return page(id, typed, Map.of(WHOLE, ex.getMessage()), model);
		}
	}

	private String list(Map<String, String> typed, Map<String, String> problems, Model model) {
		model.addAttribute("outages", this.outages.list());
		return common(typed, problems, model, "outages/list");
	}

	private String page(long id, Map<String, String> typed, Map<String, String> problems, Model model) {
		Outage outage = this.outages.get(id);
		Map<String, String> shown = new HashMap<>(values(outage));
		shown.putAll(typed);
		model.addAttribute("outage", outage);
		model.addAttribute("complaints", this.outages.complaints(id));
		model.addAttribute("candidates", this.outages.candidates(id));
		model.addAttribute("texts", this.outages.texts(id));
		if (!model.containsAttribute("done")) {
			model.addAttribute("done", "");
		}
		return common(shown, problems, model, "outages/outage");
	}

	private String common(Map<String, String> typed, Map<String, String> problems, Model model, String view) {
		model.addAttribute("sheet", "reply/style");
		model.addAttribute("editable", this.editors.may());
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		model.addAttribute("products", Product.values());
		model.addAttribute("form", UUID.randomUUID().toString());
		model.addAttribute("regions", Countries.find(this.law.country()).orElseThrow().regions());
		return view;
	}

	private Map<String, String> values(Outage outage) {
		Map<String, String> values = new HashMap<>();
		values.put("version", String.valueOf(outage.version()));
		values.put("service", outage.service());
		values.put("area", outage.area());
		values.put("region", outage.region());
		values.put("product", (outage.product() == null) ? null : outage.product().name());
		values.put("since", input(outage.since()));
		values.put("cause", outage.cause());
		values.put("restoration", input(outage.restorationAt()));
		return values;
	}

	private String input(Instant instant) {
		return (instant == null) ? null : INPUT.format(instant.atZone(this.zone));
	}

	private static SaveOutage known(Map<String, String> sent) {
		return new SaveOutage(sent.get("service"), sent.get("area"), sent.get("region"), sent.get("product"),
				sent.get("since"), sent.get("cause"), sent.get("restoration"));
	}

	/** Whoever sends no version has seen none. */
	private static int version(Map<String, String> sent) {
		String seen = sent.getOrDefault("version", "");
		return seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : -1;
	}

}
