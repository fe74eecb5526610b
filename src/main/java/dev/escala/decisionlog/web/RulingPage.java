package dev.escala.decisionlog.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import dev.escala.access.Staff;
import dev.escala.decisionlog.Ruling;
import dev.escala.decisionlog.RulingDesk;
import dev.escala.decisionlog.RulingFilter;
import dev.escala.decisionlog.RulingReaders;
import dev.escala.decisionlog.RulingSearch;
import dev.escala.decisionlog.Rulings;
import dev.escala.policy.Topic;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
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

/** The register of decisions in the browser, for all staff. */
@Controller
@RequestMapping("/decisiones")
class RulingPage extends StaffPage {

	private static final int SIZE = 25;

	private static final int MOST_SIMILAR = 5;

	private final Rulings rulings;

	private final RulingSearch search;

	private final RulingDesk desk;

	private final Staff staff;

	private final Clock clock;

	private final RulingReaders readers;

	RulingPage(Rulings rulings, RulingSearch search, RulingReaders readers, RulingDesk desk, Staff staff, Clock clock,
			@Value("${escala.zone}") ZoneId zone) {
		super("decisions", "No puede revocar esta decisión", zone);
		this.rulings = rulings;
		this.search = search;
		this.readers = readers;
		this.desk = desk;
		this.staff = staff;
		this.clock = clock;
	}

	/** What counts comes first: whoever opens the page wants to know what holds now. */
	@GetMapping
	String list(@RequestParam(name = "estado", defaultValue = "VIGENTES") String wantedState,
			@RequestParam(name = "texto", defaultValue = "") String wantedText,
			@RequestParam(name = "tema", defaultValue = "") String wantedTopic,
			@RequestParam(name = "permanentes", defaultValue = "false") boolean standing,
			@RequestParam(name = "pagina", defaultValue = "1") String wantedPage, Model model) {
		State state = named(State.values(), wantedState, State.VIGENTES);
		Topic topic = named(Topic.values(), wantedTopic, null);
		String text = search(wantedText.replaceAll("\\p{Cntrl}", " "));
		RulingFilter filter = new RulingFilter(text.isEmpty() ? null : text, topic, standing ? true : null,
				state.inForce);
		Map<Boolean, Long> counts = this.search.counts(filter);
		Map<State, Long> tabs = Map.of(State.VIGENTES, counts.get(true), State.TERMINADAS, counts.get(false),
				State.TODAS, counts.get(true) + counts.get(false));
		long pages = Math.max(1, (tabs.get(state) + SIZE - 1) / SIZE);
		int number = (int) Math.min(pages, number(wantedPage));
		Page<Ruling> found = this.search.search(filter, new PageRequest(number - 1, SIZE, "-relevance"));
		model.addAttribute("state", state);
		model.addAttribute("states", State.values());
		model.addAttribute("counts", tabs);
		model.addAttribute("all", tabs.get(State.TODAS));
		model.addAttribute("text", text);
		model.addAttribute("topic", topic);
		model.addAttribute("topics", Topic.values());
		model.addAttribute("standing", standing);
		model.addAttribute("rulings", found);
		model.addAttribute("now", this.clock.instant());
		model.addAttribute("page", number);
		model.addAttribute("pages", pages);
		return "decisions/list";
	}

	@GetMapping("/{number}")
	String show(@PathVariable RulingNumber number, @RequestParam(name = "hecho", defaultValue = "") String done,
			Model model) {
		fill(model, number);
		model.addAttribute("done",
				done.equals("revocada") ? "La decisión está revocada. Se conserva para leerla." : null);
		model.addAttribute("problems", Map.of());
		return "decisions/ruling";
	}

	/** What is wrong is shown beside the form, with what the person typed still there. */
	@PostMapping("/{number}/revocar")
	String revoke(@PathVariable RulingNumber number, @RequestParam(defaultValue = "") String reason, Model model,
			HttpServletResponse response) {
		try {
			this.desk.revoke(number, reason);
			return "redirect:/decisiones/" + this.rulings.get(number).number() + "?hecho=revocada";
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			model.addAttribute("problems", problems(ex));
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("problems", Map.of("ruling", ex.getMessage()));
		}
		model.addAttribute("reason", reason);
		fill(model, number);
		return "decisions/ruling";
	}

	private void fill(Model model, RulingNumber number) {
		Ruling ruling = this.rulings.get(number);
		model.addAttribute("ruling", this.readers.shown(ruling));
		model.addAttribute("now", this.clock.instant());
		model.addAttribute("history", this.rulings.history(number));
		model
			.addAttribute("similar",
					this.search
						.similar(
								String.join(" ", ruling.subject(),
										(ruling.question() == null) ? "" : ruling.question()),
								ruling.topic(), ruling.situations(), MOST_SIMILAR + 1)
						.stream()
						.filter((one) -> !one.ruling().number().equals(number))
						.limit(MOST_SIMILAR)
						.toList());
		model.addAttribute("names", names(ruling));
		model.addAttribute("group", (ruling.groupId() == null) ? null : this.staff.groupName(ruling.groupId()));
		model.addAttribute("mayRevoke", ruling.isInForce(this.clock.instant()) && this.desk.mayRevoke(ruling));
	}

	private Map<UserId, String> names(Ruling ruling) {
		Map<UserId, String> names = new HashMap<>();
		Stream.of(ruling.decidedBy(), ruling.revokedBy())
			.filter((id) -> id != null)
			.forEach((id) -> names.put(id, this.staff.nameOf(id)));
		return names;
	}

	/** The tabs, as the address names them. */
	enum State {

		VIGENTES("Vigentes", true), TERMINADAS("Ya no vigentes", false), TODAS("Todas", null);

		private final String label;

		private final Boolean inForce;

		State(String label, Boolean inForce) {
			this.label = label;
			this.inForce = inForce;
		}

		public String label() {
			return this.label;
		}

	}

}
