package dev.escala.idea.web;

import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

import dev.escala.access.CurrentUser;
import dev.escala.card.CardTask;
import dev.escala.card.Cards;
import dev.escala.card.OpenTasks;
import dev.escala.idea.Idea;
import dev.escala.idea.IdeaState;
import dev.escala.idea.Ideas;
import dev.escala.idea.SaidIdea;
import dev.escala.measure.Answerers;
import dev.escala.measure.SaidGauge;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
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

/** Ideas in the browser: a list, a new one, and each with its figures. */
@Controller
@RequestMapping("/ideas")
class IdeaPage extends StaffPage {

	private static final String PATH = "/ideas";

	private static final int SIZE = 25;

	private final Ideas ideas;

	private final IdeaLines lines;

	private final Answerers answerers;

	private final CurrentUser user;

	private final Cards cards;

	private final OpenTasks tasks;

	private final IdempotencyKeys once;

	IdeaPage(Ideas ideas, IdeaLines lines, Answerers answerers, CurrentUser user, Cards cards, OpenTasks tasks,
			IdempotencyKeys once, @Value("${escala.zone}") ZoneId zone) {
		super("ideas", "No puede cambiar esta idea", zone);
		this.ideas = ideas;
		this.lines = lines;
		this.answerers = answerers;
		this.user = user;
		this.cards = cards;
		this.tasks = tasks;
		this.once = once;
	}

	@GetMapping
	String list(@RequestParam(name = "texto", defaultValue = "") String wantedText,
			@RequestParam(name = "estado", defaultValue = "") String wantedState,
			@RequestParam(name = "orden", defaultValue = "DECISION") String wantedOrder,
			@RequestParam(name = "pagina", defaultValue = "1") String wantedPage, Model model) {
		String text = search(wantedText.replaceAll("\\p{Cntrl}", " "));
		IdeaState state = named(IdeaState.values(), wantedState, null);
		Order order = named(Order.values(), wantedOrder, Order.DECISION);
		Page<Idea> page = page(text, state, order, number(wantedPage));
		if (page.page() >= page.pages()) {
			page = page(text, state, order, (int) page.pages());
		}
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("text", text);
		model.addAttribute("state", state);
		model.addAttribute("states", IdeaState.values());
		model.addAttribute("order", order);
		model.addAttribute("orders", Order.values());
		model.addAttribute("ideas", page.map(this.lines::of));
		model.addAttribute("page", page.page() + 1);
		model.addAttribute("pages", page.pages());
		return "ideas/list";
	}

	private Page<Idea> page(String text, IdeaState state, Order order, int number) {
		return this.ideas.search(text, state, new PageRequest(number - 1, SIZE, order.sort));
	}

	@GetMapping("/nueva")
	String blank(Model model) {
		return form(Map.of(), Map.of(), model);
	}

	@PostMapping("/nueva")
	String begin(@RequestParam Map<String, String> sent, Model model, HttpServletResponse response) {
		UserId by = this.user.id().orElseThrow();
		try {
			SaidIdea said = new SaidIdea(sent.get("what"), sent.get("hypothesis"),
					new SaidGauge(sent.get("measure"), sent.get("hours"), sent.get("figure"), sent.get("unit"),
							sent.get("better")),
					sent.get("owner"), sent.get("beganOn"), sent.get("decideOn"), sent.get("monthsBefore"));
			String form = sent.getOrDefault("form", "");
			String number = this.once.once(form.matches("[0-9a-f-]{36}") ? form : UUID.randomUUID().toString(),
					by.value(), PATH, IdempotencyKeys.fingerprint(said), () -> this.ideas.begin(said, by).value());
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
		return "ideas/new";
	}

	@GetMapping("/{number}")
	String show(@PathVariable CaseNumber number, Model model) {
		return page(number, Map.of(), Map.of(), model);
	}

	@PostMapping("/{number}/cifras")
	String enter(@PathVariable CaseNumber number, @RequestParam Map<String, String> sent, Model model,
			HttpServletResponse response) {
		UserId by = this.answerers.require(this.ideas.get(number).owner());
		try {
			this.ideas.enter(number, sent.get("month"), sent.get("figure"), by);
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
		Idea one = this.ideas.get(number);
		model.addAttribute("one", one);
		model.addAttribute("series", this.lines.series(one));
		model.addAttribute("months", this.lines.months());
		model.addAttribute("mayEnter", one.isOpen() && one.gauge().isEntered() && this.answerers.may(one.owner()));
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		model.addAttribute("card", this.cards.find(CardTask.page(number)).orElseThrow());
		model.addAttribute("tasks", this.tasks.of(number));
		model.addAttribute("sheet", "page/admin");
		return "ideas/idea";
	}

	/** In which order the list shows ideas. */
	enum Order {

		DECISION("La que antes se decide", "decideOn"), NUEVAS("Las más nuevas", "-registeredAt"),
		NOMBRE("Por nombre", "what");

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
