package dev.escala.retention.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.card.CardTask;
import dev.escala.card.Cards;
import dev.escala.card.OpenTasks;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.retention.RetentionCase;
import dev.escala.retention.RetentionCases;
import dev.escala.retention.RetentionState;
import dev.escala.staffing.PersonNames;
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

/** Cases of leaving customers in the browser. */
@Controller
@RequestMapping("/retencion")
class RetentionPage extends StaffPage {

	private static final String PATH = "/retencion";

	private static final int SIZE = 25;

	private final RetentionCases cases;

	private final Customers customers;

	private final PurchasePlot plot;

	private final PersonNames names;

	private final Matters matters;

	private final Cards cards;

	private final OpenTasks tasks;

	private final CurrentUser user;

	private final IdempotencyKeys once;

	RetentionPage(RetentionCases cases, Customers customers, PurchasePlot plot, PersonNames names, Matters matters,
			Cards cards, OpenTasks tasks, CurrentUser user, IdempotencyKeys once,
			@Value("${escala.zone}") ZoneId zone) {
		super("retention", "No puede ver este caso de retención", zone);
		this.cases = cases;
		this.customers = customers;
		this.plot = plot;
		this.names = names;
		this.matters = matters;
		this.cards = cards;
		this.tasks = tasks;
		this.user = user;
		this.once = once;
	}

	@GetMapping
	String list(@RequestParam(name = "texto", defaultValue = "") String text,
			@RequestParam(name = "estado", defaultValue = "") String state,
			@RequestParam(name = "orden", defaultValue = "") String order,
			@RequestParam(name = "pagina", defaultValue = "1") String page, Model model) {
		return list(new Asked(search(text.replaceAll("\\p{Cntrl}", " ")), Standing.of(state),
				named(Order.values(), order, Order.PLAZO), number(page)), Map.of(), Map.of(), model);
	}

	@PostMapping
	String open(@RequestParam Map<String, String> sent, Model model, HttpServletResponse response) {
		UserId by = this.user.id().orElseThrow();
		Asked asked = new Asked("", Standing.of(""), Order.PLAZO, 1);
		try {
			String form = sent.getOrDefault("form", "");
			String customer = sent.get("customer");
			String reason = sent.get("reason");
			String number = this.once.once(form.matches("[0-9a-f-]{36}") ? form : UUID.randomUUID().toString(),
					by.value(), PATH, IdempotencyKeys.fingerprint(customer + "\n" + reason),
					() -> this.cases.openByHand(customer, reason, by).value());
			return "redirect:" + PATH + "/" + number;
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return list(asked, sent, problems(ex), model);
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return list(asked, sent, Map.of("form", ex.getMessage()), model);
		}
	}

	@GetMapping("/{number}")
	String show(@PathVariable CaseNumber number, Model model) {
		this.matters.requireSeen(number);
		RetentionCase one = this.cases.get(number);
		model.addAttribute("one", one);
		model.addAttribute("code", this.customers.find(one.customerId()).map(Customer::code).orElse(null));
		model.addAttribute("bars", this.plot.bars(one.customerId()));
		model.addAttribute("card", this.cards.find(CardTask.page(number)).orElseThrow());
		model.addAttribute("tasks", this.tasks.of(number));
		model.addAttribute("sheet", "case/style");
		return "retention/case";
	}

	private String list(Asked asked, Map<String, String> typed, Map<String, String> problems, Model model) {
		Page<RetentionCase> found = page(asked);
		if (found.page() >= found.pages()) {
			found = page(new Asked(asked.text(), asked.standing(), asked.order(), (int) found.pages()));
		}
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		model.addAttribute("form", UUID.randomUUID().toString());
		model.addAttribute("mayOpen", mayOpen());
		model.addAttribute("text", asked.text());
		model.addAttribute("standing", asked.standing().word());
		model.addAttribute("standings", Standing.all());
		model.addAttribute("order", asked.order());
		model.addAttribute("orders", Order.values());
		model.addAttribute("cases", found.map(this::line));
		model.addAttribute("page", found.page() + 1);
		model.addAttribute("pages", found.pages());
		return "retention/list";
	}

	private Page<RetentionCase> page(Asked asked) {
		return this.cases.page(asked.text().isEmpty() ? null : asked.text(), asked.standing().state(),
				asked.standing().open(), new PageRequest(asked.page() - 1, SIZE, asked.order().sort));
	}

	private Line line(RetentionCase one) {
		return new Line(one, (one.ownerId() == null) ? "Nadie todavía" : this.names.name(one.ownerId()),
				one.atStake().told());
	}

	/** As the access table says, so that nobody is offered what is refused. */
	private boolean mayOpen() {
		return this.user.isIn(Role.SUPERVISORS, Role.MANAGERS, Role.DIRECTORS, Role.PROCESS_OWNERS, Role.SALES,
				Role.ADMINISTRATORS);
	}

	private record Asked(String text, Standing standing, Order order, int page) {
	}

	/**
	 * A line of the list.
	 *
	 * @param one the case
	 * @param owner the name of who answers for it
	 * @param atStake what is at stake, as people read it
	 */
	public record Line(RetentionCase one, String owner, String atStake) {
	}

	/**
	 * Which of them are listed.
	 *
	 * @param word as the address names it
	 * @param label the Spanish name
	 * @param state only those, or {@code null}
	 * @param open only open or only ended ones, or {@code null}
	 */
	public record Standing(String word, String label, RetentionState state, Boolean open) {

		static List<Standing> all() {
			List<Standing> all = new ArrayList<>(List.of(new Standing("", "Abiertos", null, true),
					new Standing("terminados", "Terminados", null, false), new Standing("todos", "Todos", null, null)));
			for (RetentionState state : RetentionState.values()) {
				all.add(new Standing(state.name(), state.label(), state, null));
			}
			return all;
		}

		static Standing of(String word) {
			return all().stream().filter((one) -> one.word().equals(word)).findFirst().orElse(all().get(0));
		}

	}

	/** The orders, as the address names them. */
	enum Order {

		PLAZO("Lo que antes vence", "due"), VALOR("Primero lo que más vale", "-value"),
		CLIENTE("Por cliente", "customer"), RECIENTE("Lo último que se abrió", "-opened");

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
