package dev.escala.escalation.web;

import java.time.ZoneId;
import java.util.Map;

import dev.escala.escalation.ExceptionDecision;
import dev.escala.escalation.persistence.ExceptionDecisionRepository;
import dev.escala.staffing.PersonNames;
import dev.escala.visibility.Visibility;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import dev.escala.web.StaffPage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The exceptions that were decided in cases, beside the register of decisions. They are
 * of one case each and written for it, so everybody reads those of the cases they see.
 */
@Controller
class ExceptionPage extends StaffPage {

	private static final int SIZE = 25;

	private final ExceptionDecisionRepository decisions;

	private final Visibility visibility;

	private final PersonNames names;

	ExceptionPage(ExceptionDecisionRepository decisions, Visibility visibility, PersonNames names,
			@Value("${escala.zone}") ZoneId zone) {
		super("decisions", "No puede ver las excepciones", zone);
		this.decisions = decisions;
		this.visibility = visibility;
		this.names = names;
	}

	@GetMapping("/decisiones/excepciones")
	String list(@RequestParam(name = "estado", defaultValue = "") String wantedState,
			@RequestParam(name = "texto", defaultValue = "") String wantedText,
			@RequestParam(name = "pagina", defaultValue = "1") String wantedPage, Model model) {
		State state = named(State.values(), wantedState, State.TODAS);
		String text = search(wantedText);
		String words = text.isEmpty() ? null : text;
		Map<Boolean, Long> counts = this.decisions.counts(words, this.visibility.seen());
		Map<State, Long> tabs = Map.of(State.TODAS, counts.get(true) + counts.get(false), State.CONCEDIDAS,
				counts.get(true), State.DENEGADAS, counts.get(false));
		long pages = Math.max(1, (tabs.get(state) + SIZE - 1) / SIZE);
		int number = (int) Math.min(pages, number(wantedPage));
		Page<ExceptionDecision> found = this.decisions.page(words, state.granted, this.visibility.seen(),
				new PageRequest(number - 1, SIZE, ""), tabs.get(state));
		model.addAttribute("text", text);
		model.addAttribute("state", state);
		model.addAttribute("states", State.values());
		model.addAttribute("counts", tabs);
		model.addAttribute("decisions", found);
		model.addAttribute("names", this.names);
		model.addAttribute("page", number);
		model.addAttribute("pages", pages);
		return "decisions/exceptions";
	}

	/** The tabs, as the address names them. */
	enum State {

		TODAS("Todas", null), CONCEDIDAS("Concedidas", true), DENEGADAS("No concedidas", false);

		private final String label;

		private final Boolean granted;

		State(String label, Boolean granted) {
			this.label = label;
			this.granted = granted;
		}

		public String label() {
			return this.label;
		}

	}

}
