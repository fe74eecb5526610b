package dev.escala.diagram.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.diagram.Passage;
import dev.escala.diagram.Plane;
import dev.escala.diagram.Plane.Look;
import dev.escala.diagram.Plane.Shape;
import dev.escala.diagram.SvgPicture;
import dev.escala.diagram.process.ProcessCourse;
import dev.escala.diagram.process.ProcessCourse.Run;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.text.Durations;
import dev.escala.web.StaffPage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a case stands on its model: each process as its owner drew it, sheet by sheet,
 * with what was passed, how often and how long it took.
 */
@Controller
class DiagramPage extends StaffPage {

	/** What takes time, because somebody or something is waited for. */
	private static final Set<Look> STEPS = Set.of(Look.USER_TASK, Look.CALL, Look.SUBPROCESS, Look.EVENT_SUBPROCESS);

	private final Matters matters;

	private final ProcessCourse course;

	private final Clock clock;

	DiagramPage(Matters matters, ProcessCourse course, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		super("diagram", "No puede ver este caso", zone);
		this.matters = matters;
		this.course = course;
		this.clock = clock;
	}

	/** A process or sheet that the case does not have means the first one. */
	@GetMapping("/casos/{number}/modelo")
	String show(@PathVariable CaseNumber number, @RequestParam(name = "proceso", defaultValue = "") String wantedRun,
			@RequestParam(name = "plano", defaultValue = "") String wantedPlane, Model model) {
		this.matters.get(number);
		List<Run> runs = this.course.runs(number);
		model.addAttribute("number", number);
		model.addAttribute("runs", runs);
		model.addAttribute("sheet", "diagram/style");
		if (runs.isEmpty()) {
			return "diagram/diagram";
		}
		Run run = runs.stream().filter((one) -> one.id().equals(wantedRun)).findFirst().orElse(runs.get(0));
		List<Plane> planes = this.course.planes(run);
		Plane plane = planes.stream().filter((one) -> one.id().equals(wantedPlane)).findFirst().orElse(planes.get(0));
		Map<String, Passage> passages = this.course.passages(run);
		model.addAttribute("run", run);
		model.addAttribute("planes", planes);
		model.addAttribute("plane", plane);
		model.addAttribute("active", active(planes, passages));
		model.addAttribute("picture", SvgPicture.draw(plane, passages, notes(passages), sheets(planes), run.id()));
		model.addAttribute("steps", steps(planes, passages));
		return "diagram/diagram";
	}

	private static Set<String> sheets(List<Plane> planes) {
		return planes.stream().map(Plane::id).collect(Collectors.toSet());
	}

	/** The sheets on which the process stands somewhere now. */
	private static Set<String> active(List<Plane> planes, Map<String, Passage> passages) {
		return planes.stream()
			.filter((plane) -> plane.shapes()
				.stream()
				.anyMatch((shape) -> passages.containsKey(shape.id()) && passages.get(shape.id()).running()))
			.map(Plane::id)
			.collect(Collectors.toSet());
	}

	private Map<String, String> notes(Map<String, Passage> passages) {
		Map<String, String> notes = new HashMap<>();
		passages.forEach((id, passage) -> {
			Duration spent = spent(passage);
			if (passage.running() || passage.times() > 1 || spent.toMinutes() > 0) {
				notes.put(id, ((passage.times() > 1) ? passage.times() + "× " : "") + Durations.text(spent));
			}
		});
		return notes;
	}

	/** What runs has taken until now. */
	private Duration spent(Passage passage) {
		return passage.running() ? passage.spent().plus(Duration.between(passage.since(), this.clock.instant()))
				: passage.spent();
	}

	/** What was waited for, what runs now first, then the latest. */
	private List<Step> steps(List<Plane> planes, Map<String, Passage> passages) {
		Map<String, Shape> shapes = planes.stream()
			.flatMap((plane) -> plane.shapes().stream())
			.collect(Collectors.toMap(Shape::id, Function.identity(), (one, other) -> one));
		return passages.values()
			.stream()
			.filter((passage) -> shapes.containsKey(passage.element())
					&& STEPS.contains(shapes.get(passage.element()).look()))
			.sorted(Comparator.comparing(Passage::running).thenComparing(Passage::since).reversed())
			.map((passage) -> new Step(shapes.get(passage.element()).name(), passage.times(), passage.since(),
					Durations.text(spent(passage)), passage.running()))
			.toList();
	}

	/** A step as the table below the picture tells it. */
	record Step(String name, int times, Instant since, String spent, boolean running) {
	}

}
