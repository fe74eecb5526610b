package dev.escala.panel.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.access.Staff;
import dev.escala.escalation.Report;
import dev.escala.matter.Severity;
import dev.escala.panel.Panel;
import dev.escala.panel.PanelScope;
import dev.escala.panel.StandingNow.Age;
import dev.escala.panel.Week;
import dev.escala.promise.KeptRates.KeptRate;
import dev.escala.text.Dates;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.StaffPage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The panel in the browser, for whoever leads. Its plots are drawn from its tables. */
@Controller
class PanelPage extends StaffPage {

	private static final int[] WEEKS = { 4, 13, 26, 52 };

	/** What an address calls the parameters that {@link PanelScope} reads. */
	private static final Map<String, String> NAMES = Map.of("equipo", "team", "cliente", "customer", "motivo", "reason",
			"gravedad", "severity", "semanas", "weeks");

	/** The bands of {@link Age}, by their first day. */
	private static final Map<Integer, String> AGES = Map.of(0, "De hoy", 1, "1 o 2 días", 3, "De 3 a 6 días", 7,
			"De 7 a 13 días", 14, "De 14 a 29 días", 30, "30 días o más");

	private static final List<String> COLORS = List.of("#6b8fb5", "#27405f", "#0b6e63", "#b3261e");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Dates.SPANISH);

	private final Panel panel;

	private final Staff staff;

	private final ZoneId zone;

	PanelPage(Panel panel, Staff staff, @Value("${escala.zone}") ZoneId zone) {
		super("panel", "No puede ver el panel", zone, "/panel/panel.js");
		this.panel = panel;
		this.staff = staff;
		this.zone = zone;
	}

	/** What nobody could mean is said above the figures, which are then of all cases. */
	@GetMapping("/panel")
	String show(@RequestParam Map<String, String> parameters, Model model) {
		PanelScope scope = PanelScope.everything();
		Map<String, String> problems = Map.of();
		try {
			scope = this.panel.scope(renamed(parameters));
		}
		catch (InvalidInputException ex) {
			problems = problems(ex);
		}
		model.addAttribute("problems", problems.values());
		model.addAttribute("scope", scope);
		Panel.Figures figures = this.panel.read(scope);
		model.addAttribute("figures", figures);
		model.addAttribute("cases",
				new PanelLinks(scope, figures.since(), LocalDate.ofInstant(figures.at(), this.zone)));
		model.addAttribute("oldest", Math.max(1, figures.ages().stream().mapToLong(Age::all).max().orElse(1)));
		model.addAttribute("closed", figures.weeks().stream().mapToLong(Week::closed).sum());
		// Of all weeks together; a mean of their shares would weigh a quiet week too
		// much.
		model.addAttribute("firstContact", figures.weeks().stream().mapToLong(Week::firstContact).sum());
		model.addAttribute("promises", List.of(new Part("equipo", figures.promises().teams()),
				new Part("persona", figures.promises().people()), new Part("cliente", figures.promises().customers())));
		model.addAttribute("teams", this.staff.groups());
		model.addAttribute("reasons", Report.Reason.values());
		model.addAttribute("severities", Severity.values());
		model.addAttribute("spans", WEEKS);
		model.addAttribute("ages", AGES);
		model.addAttribute("steps", Week.Step.values());
		model.addAttribute("colors", COLORS);
		model.addAttribute("days", DAY);
		model.addAttribute("sheet", "panel/style");
		return "panel/panel";
	}

	private static Map<String, String> renamed(Map<String, String> parameters) {
		Map<String, String> renamed = new HashMap<>();
		parameters.forEach((name, value) -> renamed.put(NAMES.getOrDefault(name, "?" + name), value));
		return renamed;
	}

	/** One way to count promises. */
	record Part(String key, List<KeptRate> rates) {
	}

}
