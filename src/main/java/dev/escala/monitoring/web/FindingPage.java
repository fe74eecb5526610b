package dev.escala.monitoring.web;

import java.time.ZoneId;
import java.util.Map;

import dev.escala.monitoring.Finding;
import dev.escala.monitoring.Findings;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import dev.escala.web.StaffPage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the self-audit found, in the browser: what is wrong now comes first. */
@Controller
class FindingPage extends StaffPage {

	private static final int SIZE = 25;

	private final Findings findings;

	FindingPage(Findings findings, @Value("${escala.zone}") ZoneId zone) {
		super("findings", "No puede ver los hallazgos", zone);
		this.findings = findings;
	}

	@GetMapping("/hallazgos")
	String list(@RequestParam(name = "estado", defaultValue = "ABIERTOS") String wantedState,
			@RequestParam(name = "comprobacion", defaultValue = "") String wantedKind,
			@RequestParam(name = "pagina", defaultValue = "1") String wantedPage, Model model) {
		State state = named(State.values(), wantedState, State.ABIERTOS);
		Map<String, String> kinds = this.findings.kinds();
		String kind = kinds.containsKey(wantedKind) ? wantedKind : null;
		Page<Finding> page = page(kind, state, number(wantedPage));
		if (page.page() >= page.pages()) {
			page = page(kind, state, (int) page.pages());
		}
		Map<Boolean, Long> counts = this.findings.counts(kind);
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("state", state);
		model.addAttribute("states", State.values());
		model.addAttribute("counts", Map.of(State.ABIERTOS, counts.get(true), State.PASADOS, counts.get(false)));
		model.addAttribute("kind", kind);
		model.addAttribute("kinds", kinds);
		model.addAttribute("findings", page.map((finding) -> new Shown(finding, this.findings.page(finding))));
		model.addAttribute("page", page.page() + 1);
		model.addAttribute("pages", page.pages());
		return "findings/list";
	}

	private Page<Finding> page(String kind, State state, int number) {
		return this.findings.list(kind, state == State.ABIERTOS, new PageRequest(number - 1, SIZE, "-foundAt"));
	}

	/**
	 * A finding and where one goes on.
	 *
	 * @param href path of a page, or {@code null}
	 */
	record Shown(Finding finding, String href) {
	}

	/** The tabs, as the address names them. */
	enum State {

		ABIERTOS("Ahora"), PASADOS("Ya no ocurren");

		private final String label;

		State(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

}
