package dev.escala.advertised.web;

import java.io.IOException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import dev.escala.access.CurrentUser;
import dev.escala.advertised.PublicPromise;
import dev.escala.advertised.PublicPromises;
import dev.escala.advertised.SaidPublicPromise;
import dev.escala.advertised.Standing;
import dev.escala.card.CardTask;
import dev.escala.card.Cards;
import dev.escala.card.OpenTasks;
import dev.escala.measure.Answerers;
import dev.escala.measure.Counted;
import dev.escala.measure.SaidGauge;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.SpreadsheetLines;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.IdempotencyKeys;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import dev.escala.web.StaffPage;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Public promises in the browser and as a file: a list, a new one, and each by itself.
 */
@Controller
@RequestMapping("/promesas-publicas")
class PublicPromisePage extends StaffPage {

	private static final String PATH = "/promesas-publicas";

	private static final int SIZE = 25;

	private static final int FILE = 200;

	private final PublicPromises promises;

	private final PublicPromiseLines lines;

	private final Answerers answerers;

	private final CurrentUser user;

	private final Cards cards;

	private final OpenTasks tasks;

	private final IdempotencyKeys once;

	PublicPromisePage(PublicPromises promises, PublicPromiseLines lines, Answerers answerers, CurrentUser user,
			Cards cards, OpenTasks tasks, IdempotencyKeys once, @Value("${escala.zone}") ZoneId zone) {
		super("advertised", "No puede cambiar esta promesa", zone);
		this.promises = promises;
		this.lines = lines;
		this.answerers = answerers;
		this.user = user;
		this.cards = cards;
		this.tasks = tasks;
		this.once = once;
	}

	@GetMapping
	String list(@RequestParam(name = "texto", defaultValue = "") String wantedText,
			@RequestParam(name = "estado", defaultValue = "") String wantedStanding,
			@RequestParam(name = "orden", defaultValue = "") String wantedOrder,
			@RequestParam(name = "pagina", defaultValue = "1") String wantedPage, Model model) {
		String text = search(wantedText.replaceAll("\\p{Cntrl}", " "));
		Standing standing = named(Standing.values(), wantedStanding, Standing.PUBLISHED);
		Order order = named(Order.values(), wantedOrder, Order.TEXTO);
		Page<PublicPromise> page = page(text, standing, order, number(wantedPage), SIZE);
		if (page.page() >= page.pages()) {
			page = page(text, standing, order, (int) page.pages(), SIZE);
		}
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("text", text);
		model.addAttribute("standing", standing);
		model.addAttribute("standings", Standing.values());
		model.addAttribute("order", order);
		model.addAttribute("orders", Order.values());
		model.addAttribute("promises", page.map(this.lines::of));
		model.addAttribute("page", page.page() + 1);
		model.addAttribute("pages", page.pages());
		return "advertised/list";
	}

	private Page<PublicPromise> page(String text, Standing standing, Order order, int number, int size) {
		return this.promises.search(text, standing, new PageRequest(number - 1, size, order.sort));
	}

	/** A line for each promise and month, all that the list shows on all its pages. */
	@GetMapping("/exportar")
	void export(@RequestParam(name = "texto", defaultValue = "") String wantedText,
			@RequestParam(name = "estado", defaultValue = "") String wantedStanding,
			@RequestParam(name = "orden", defaultValue = "") String wantedOrder, HttpServletResponse response)
			throws IOException {
		String text = search(wantedText.replaceAll("\\p{Cntrl}", " "));
		Standing standing = named(Standing.values(), wantedStanding, Standing.PUBLISHED);
		Order order = named(Order.values(), wantedOrder, Order.TEXTO);
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"promesas-publicas.csv\"");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		try (SpreadsheetLines file = new SpreadsheetLines(response.getOutputStream())) {
			file.line("Número", "Promesa", "Dónde", "Desde", "Responde", "Cifra", "Lo prometido", "Mes", "Valor", "De",
					"Unidad", "Se cumplió");
			int number = 1;
			Page<PublicPromise> page;
			do {
				page = page(text, standing, order, number++, FILE);
				for (PublicPromise one : page.items()) {
					lines(one, file);
				}
			}
			while (page.page() + 1 < page.pages());
		}
	}

	private void lines(PublicPromise one, SpreadsheetLines file) throws IOException {
		Map<YearMonth, Counted> year = this.lines.year(one);
		for (YearMonth month : this.lines.year()) {
			Counted counted = year.getOrDefault(month, Counted.NOTHING);
			boolean known = counted.isKnown();
			file.line(one.number().value(), one.text(), one.place(), one.since().toString(), this.lines.name(one),
					one.gauge().name(), one.promised(), month.toString(),
					known ? counted.value().toPlainString().replace('.', ',') : "", String.valueOf(counted.of()),
					one.gauge().unit().sign(),
					!known ? "" : one.gauge().isMet(counted.value(), one.threshold()) ? "sí" : "no");
		}
	}

	@GetMapping("/nueva")
	String blank(Model model) {
		return form(Map.of(), Map.of(), model);
	}

	@PostMapping("/nueva")
	String register(@RequestParam Map<String, String> sent, Model model, HttpServletResponse response) {
		UserId by = this.user.id().orElseThrow();
		try {
			SaidPublicPromise said = new SaidPublicPromise(sent.get("text"), sent.get("place"), sent.get("since"),
					sent.get("owner"), new SaidGauge(sent.get("measure"), sent.get("hours"), sent.get("figure"),
							sent.get("unit"), sent.get("better")),
					sent.get("threshold"));
			String form = sent.getOrDefault("form", "");
			String number = this.once.once(form.matches("[0-9a-f-]{36}") ? form : UUID.randomUUID().toString(),
					by.value(), PATH, IdempotencyKeys.fingerprint(said),
					() -> this.promises.register(said, by).value());
			return "redirect:" + PATH + "/" + number;
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return form(sent, problems(ex), model);
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return form(sent, Map.of("form", ex.getMessage()), model);
		}
	}

	private String form(Map<String, String> typed, Map<String, String> problems, Model model) {
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		model.addAttribute("form", UUID.randomUUID().toString());
		model.addAttribute("measures", this.lines.measures());
		model.addAttribute("people", this.lines.people());
		return "advertised/new";
	}

	@GetMapping("/{number}")
	String show(@PathVariable CaseNumber number, Model model) {
		return page(number, Map.of(), Map.of(), model);
	}

	@PostMapping("/{number}/cifras")
	String enter(@PathVariable CaseNumber number, @RequestParam Map<String, String> sent, Model model,
			HttpServletResponse response) {
		return attempt(number, sent, model, response,
				(by) -> this.promises.enter(number, sent.get("month"), sent.get("figure"), by));
	}

	@PostMapping("/{number}/cambiar")
	String change(@PathVariable CaseNumber number, @RequestParam Map<String, String> sent, Model model,
			HttpServletResponse response) {
		return attempt(number, sent, model, response, (by) -> this.promises.change(number, sent.get("text"),
				sent.get("place"), sent.get("owner"), sent.get("threshold"), by));
	}

	@PostMapping("/{number}/retirar")
	String withdraw(@PathVariable CaseNumber number, @RequestParam Map<String, String> sent, Model model,
			HttpServletResponse response) {
		return attempt(number, sent, model, response, (by) -> this.promises.withdraw(number, sent.get("why"), by));
	}

	/**
	 * What is wrong is shown beside its field, with what the person typed still there.
	 */
	private String attempt(CaseNumber number, Map<String, String> sent, Model model, HttpServletResponse response,
			Consumer<UserId> change) {
		UserId by = this.answerers.require(this.promises.get(number).owner());
		try {
			change.accept(by);
			return "redirect:" + PATH + "/" + number;
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return page(number, sent, problems(ex), model);
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return page(number, sent, Map.of("form", ex.getMessage()), model);
		}
	}

	private String page(CaseNumber number, Map<String, String> typed, Map<String, String> problems, Model model) {
		PublicPromise one = this.promises.get(number);
		model.addAttribute("one", one);
		model.addAttribute("series", this.lines.of(one).series());
		model.addAttribute("sentence", this.lines.sentence(one));
		model.addAttribute("threshold", one.threshold().stripTrailingZeros().toPlainString().replace('.', ','));
		model.addAttribute("months", this.lines.months());
		model.addAttribute("people", this.lines.people());
		model.addAttribute("mayChange", one.isPublished() && this.answerers.may(one.owner()));
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		model.addAttribute("card", this.cards.find(CardTask.page(number)).orElseThrow());
		model.addAttribute("tasks", this.tasks.of(number));
		model.addAttribute("sheet", "page/admin");
		return "advertised/promise";
	}

	/** In which order the list shows promises. */
	enum Order {

		TEXTO("Por texto", "text"), ANTIGUAS("Las que llevan más tiempo", "since"),
		NUEVAS("Las últimas escritas", "-registeredAt");

		private final String label;

		private final String sort;

		Order(String label, String sort) {
			this.label = label;
			this.sort = sort;
		}

		public String label() {
			return this.label;
		}

	}

}
