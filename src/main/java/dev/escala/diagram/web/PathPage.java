package dev.escala.diagram.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.diagram.Plane;
import dev.escala.diagram.SvgPicture;
import dev.escala.diagram.process.Models;
import dev.escala.diagram.process.Models.ProcessModel;
import dev.escala.engine.path.PathFigures;
import dev.escala.engine.path.PathFigures.Waited;
import dev.escala.engine.path.PathRepository;
import dev.escala.text.Durations;
import dev.escala.web.StaffPage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A model as its owner drew it, with how many processes took each flow and how long tasks
 * waited, for whoever leads and whoever owns the process.
 */
@Controller
class PathPage extends StaffPage {

	private static final List<Integer> WEEKS = List.of(4, 13, 52);

	private static final String FIRST = "customerEscalation";

	private final Models models;

	private final PathRepository paths;

	private final Clock clock;

	private final ZoneId zone;

	PathPage(Models models, PathRepository paths, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		super("paths", "No puede ver el recorrido de los procesos", zone);
		this.models = models;
		this.paths = paths;
		this.clock = clock;
		this.zone = zone;
	}

	/** What there is not means the process of cases, its first sheet and a quarter. */
	@GetMapping("/panel/recorrido")
	String show(@RequestParam(name = "proceso", defaultValue = "") String wantedModel,
			@RequestParam(name = "plano", defaultValue = "") String wantedPlane,
			@RequestParam(name = "semanas", defaultValue = "") String wantedWeeks, Model model) {
		List<ProcessModel> all = this.models.all();
		ProcessModel shown = one(all, wantedModel);
		int weeks = WEEKS.contains(number(wantedWeeks)) ? number(wantedWeeks) : WEEKS.get(1);
		Instant since = LocalDate.ofInstant(this.clock.instant(), this.zone)
			.minusWeeks(weeks)
			.atStartOfDay(this.zone)
			.toInstant();
		List<Plane> planes = this.models.planes(shown);
		Plane plane = planes.stream().filter((one) -> one.id().equals(wantedPlane)).findFirst().orElse(planes.get(0));
		PathFigures figures = this.paths.figures(shown.key(), since);
		model.addAttribute("models", all);
		model.addAttribute("shown", shown);
		model.addAttribute("weeks", weeks);
		model.addAttribute("spans", WEEKS);
		model.addAttribute("planes", planes);
		model.addAttribute("plane", plane);
		model.addAttribute("first", this.paths.first(since).orElse(null));
		model.addAttribute("picture", SvgPicture.counted(plane, figures.flows(), notes(figures),
				planes.stream().map(Plane::id).collect(Collectors.toSet()), shown.key()));
		model.addAttribute("steps", steps(planes, figures));
		model.addAttribute("flows", flows(plane, figures, this.models.questions(shown)));
		model.addAttribute("sheet", "paths/style");
		return "paths/paths";
	}

	private static ProcessModel one(List<ProcessModel> all, String key) {
		return all.stream()
			.filter((one) -> one.key().equals(key))
			.findFirst()
			.or(() -> all.stream().filter((one) -> one.key().equals(FIRST)).findFirst())
			.orElse(all.get(0));
	}

	private static Map<String, String> notes(PathFigures figures) {
		Map<String, String> notes = new HashMap<>();
		figures.steps().forEach((id, waited) -> notes.put(id, Durations.text(waited.median())));
		return notes;
	}

	/** The tasks of all sheets, the slowest first. */
	private static List<Step> steps(List<Plane> planes, PathFigures figures) {
		return planes.stream()
			.flatMap((plane) -> plane.shapes().stream())
			.filter((shape) -> figures.steps().containsKey(shape.id()))
			.map((shape) -> new Step(shape.name(), figures.steps().get(shape.id())))
			.sorted(Comparator.comparing((Step step) -> step.waited().median()).reversed())
			.toList();
	}

	/** The named flows of the sheet: the answers that were given. */
	private static List<Way> flows(Plane plane, PathFigures figures, Map<String, String> questions) {
		return plane.flows()
			.stream()
			.filter((flow) -> !flow.name().isEmpty())
			.map((flow) -> new Way((questions.getOrDefault(flow.id(), "") + " " + flow.name()).strip(),
					figures.flows().getOrDefault(flow.id(), 0L)))
			.sorted(Comparator.comparing(Way::name))
			.toList();
	}

	/** A task as the table below the picture tells it. */
	record Step(String name, Waited waited) {

		public String median() {
			return Durations.text(this.waited.median());
		}

	}

	/** A flow as the table tells it. */
	record Way(String name, long times) {
	}

}
