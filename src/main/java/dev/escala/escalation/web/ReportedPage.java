package dev.escala.escalation.web;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.access.CurrentUser;
import dev.escala.access.Staff;
import dev.escala.escalation.Milestone;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.Phase;
import dev.escala.escalation.reporter.ReporterPreferences;
import dev.escala.escalation.view.EscalationSearch;
import dev.escala.escalation.view.EscalationSearch.Filter;
import dev.escala.escalation.view.EscalationSearch.Summary;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.DateTexts;
import dev.escala.text.Sentences;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import dev.escala.web.StaffPage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The cases that a person reported, also those in which they have no task, and of what
 * they want to hear by mail. Nobody sees those of somebody else here.
 */
@Controller
@RequestMapping("/reportados")
class ReportedPage extends StaffPage {

	private static final int SIZE = 25;

	private final EscalationSearch search;

	private final ReporterPreferences preferences;

	private final CurrentUser user;

	private final Staff staff;

	private final DateTexts dates;

	ReportedPage(EscalationSearch search, ReporterPreferences preferences, CurrentUser user, Staff staff,
			DateTexts dates, @Value("${escala.zone}") ZoneId zone) {
		super("reported", "No puede ver los casos que reportó", zone);
		this.search = search;
		this.preferences = preferences;
		this.user = user;
		this.staff = staff;
		this.dates = dates;
	}

	/** What runs comes first: that is what people want to know of. */
	@GetMapping
	String list(@RequestParam(name = "estado", defaultValue = "ABIERTOS") String wantedState,
			@RequestParam(name = "texto", defaultValue = "") String wantedText,
			@RequestParam(name = "orden", defaultValue = "RECIENTES") String wantedOrder,
			@RequestParam(name = "pagina", defaultValue = "1") String wantedPage,
			@RequestParam(name = "hecho", defaultValue = "") String done, Model model) {
		UserId reporter = reporter();
		State state = named(State.values(), wantedState, State.ABIERTOS);
		Order order = named(Order.values(), wantedOrder, Order.RECIENTES);
		String text = search(wantedText.replaceAll("\\p{Cntrl}", " "));
		Filter filter = Filter.reportedBy(reporter, state.open, text.isEmpty() ? null : text);
		Map<Boolean, Long> counts = this.search.counts(filter);
		Map<State, Long> tabs = Map.of(State.ABIERTOS, counts.get(true), State.TERMINADOS, counts.get(false),
				State.TODOS, counts.get(true) + counts.get(false));
		long pages = Math.max(1, (tabs.get(state) + SIZE - 1) / SIZE);
		int page = (int) Math.min(pages, number(wantedPage));
		Page<Summary> found = this.search.search(filter, new PageRequest(page - 1, SIZE, order.sort));
		model.addAttribute("state", state);
		model.addAttribute("states", State.values());
		model.addAttribute("counts", tabs);
		model.addAttribute("all", tabs.get(State.TODOS));
		model.addAttribute("text", text);
		model.addAttribute("order", order);
		model.addAttribute("orders", Order.values());
		model.addAttribute("cases", found);
		model.addAttribute("standing", standing(found.items()));
		model.addAttribute("page", page);
		model.addAttribute("pages", pages);
		model.addAttribute("milestones", Milestone.values());
		model.addAttribute("wanted", this.preferences.of(reporter));
		model.addAttribute("reachable",
				this.staff.find(reporter).filter((person) -> person.email() != null).isPresent());
		model.addAttribute("done", done.equals("avisos") ? "Queda anotado de qué quiere que se le avise." : null);
		model.addAttribute("sheet", "case/style");
		return "reported/list";
	}

	/** A milestone that the form does not know is nobody's wish. */
	@PostMapping("/avisos")
	String choose(@RequestParam(name = "aviso", required = false) List<String> wanted) {
		List<String> names = (wanted == null) ? List.of() : wanted;
		Set<Milestone> milestones = Arrays.stream(Milestone.values())
			.filter((one) -> names.contains(one.name()))
			.collect(Collectors.toSet());
		this.preferences.choose(reporter(), milestones);
		return "redirect:/reportados?hecho=avisos";
	}

	private UserId reporter() {
		return this.user.id().orElseThrow();
	}

	/** Where each case stands, and who has it. */
	private Map<CaseNumber, String> standing(List<Summary> cases) {
		Map<UserId, String> owners = cases.stream()
			.map(Summary::ownerId)
			.filter((id) -> id != null)
			.distinct()
			.collect(Collectors.toMap(Function.identity(), this.staff::nameOf));
		Map<String, String> groups = cases.stream()
			.map(Summary::groupId)
			.filter((id) -> id != null)
			.distinct()
			.collect(Collectors.toMap(Function.identity(), this.staff::groupName));
		return cases.stream().collect(Collectors.toMap(Summary::number, (one) -> standing(one, owners, groups)));
	}

	private String standing(Summary one, Map<UserId, String> owners, Map<String, String> groups) {
		String severity = "Gravedad " + Sentences.within(Severity.valueOf(one.severity()).label());
		if (one.outcome() != null) {
			String observed = (one.observedUntil() == null) ? ""
					: " · En observación hasta el " + this.dates.full(one.observedUntil());
			return Outcome.valueOf(one.outcome()).label() + observed + " · " + severity;
		}
		String who = (one.ownerId() != null) ? "lo tiene " + owners.get(one.ownerId())
				: (one.groupId() != null) ? "espera en " + groups.get(one.groupId()) : "todavía sin repartir";
		return "Fase " + Phase.valueOf(one.phase()).label() + ", " + who + " · " + severity;
	}

	/** The tabs, as the address names them. */
	enum State {

		ABIERTOS("En marcha", true), TERMINADOS("Terminados", false), TODOS("Todos", null);

		private final String label;

		private final Boolean open;

		State(String label, Boolean open) {
			this.label = label;
			this.open = open;
		}

		public String label() {
			return this.label;
		}

	}

	/** What comes first, as the address names it. */
	enum Order {

		RECIENTES("Los más recientes primero", "-reportedAt"), ANTIGUOS("Los más antiguos primero", "reportedAt"),
		GRAVES("Los más graves primero", "-severity"), FASE("Por fase", "phase");

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
