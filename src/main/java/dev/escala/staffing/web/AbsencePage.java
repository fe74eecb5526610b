package dev.escala.staffing.web;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.escala.calendar.CalendarAdministration;
import dev.escala.reference.UserId;
import dev.escala.staffing.Absence;
import dev.escala.staffing.Absences;
import dev.escala.staffing.OnDutyHours;
import dev.escala.staffing.PersonSearch;
import dev.escala.staffing.RequestAbsence;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
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

/**
 * Who is away and who is on duty, in the browser. Everybody sees when colleagues are away
 * and notes their own absences; {@link Planners} note everybody's.
 */
@Controller
@RequestMapping("/ausencias")
class AbsencePage extends StaffPage {

	private static final int MOST = 200;

	private static final Map<String, String> DONE = Map.of("anotada", "La ausencia está anotada.", "guardia",
			"La guardia está guardada.", "vuelta", "La ausencia ha terminado ahora: ya recibe trabajo.");

	private final Absences absences;

	private final OnDutyHours duty;

	private final PersonSearch people;

	private final CalendarAdministration calendars;

	private final Planners planners;

	AbsencePage(Absences absences, OnDutyHours duty, PersonSearch people, CalendarAdministration calendars,
			Planners planners, @Value("${escala.zone}") ZoneId zone) {
		super("absences", "No puede cambiar esto", zone);
		this.absences = absences;
		this.duty = duty;
		this.people = people;
		this.calendars = calendars;
		this.planners = planners;
	}

	@GetMapping
	String show(@RequestParam(name = "hecho", defaultValue = "") String done, Model model) {
		model.addAttribute("done", DONE.get(done));
		return page(Map.of(), Map.of(), model);
	}

	@PostMapping
	String add(@RequestParam Map<String, String> sent, Model model, HttpServletResponse response) {
		try {
			Fields fields = new Fields();
			String typed = sent.getOrDefault("person", "").strip();
			UserId person = typed.isEmpty() ? this.planners.actor() : this.people.read(fields, "person", typed);
			String typedDeputy = sent.getOrDefault("deputy", "").strip();
			UserId deputy = typedDeputy.isEmpty() ? null : this.people.read(fields, "deputy", typedDeputy);
			fields.done();
			this.planners.requireAbsencesOf(person);
			this.absences.add(new RequestAbsence(person, moment(sent, "from"), moment(sent, "until"),
					Objects.toString(deputy, null), sent.get("reason")), this.planners.actor());
			return "redirect:/ausencias?hecho=anotada";
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return page(sent, problems(ex), model);
		}
	}

	/** One that has not begun can be noted again by a press: the answer offers it. */
	@PostMapping("/{person}/{id:\\d{1,18}}/terminar")
	String end(@PathVariable UserId person, @PathVariable long id, Model model, HttpServletResponse response) {
		this.planners.requireAbsencesOf(person);
		try {
			Absence absence = this.absences.get(person, id);
			this.absences.cancel(person, id, this.planners.actor());
			if (absence.state() == Absence.State.CURRENT) {
				return "redirect:/ausencias?hecho=vuelta";
			}
			model.addAttribute("undone", undone(person, absence));
			model.addAttribute("undonePerson", this.people.name(person));
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("conflict", ex.getMessage());
		}
		return page(Map.of(), Map.of(), model);
	}

	@PostMapping("/guardias")
	String duty(@RequestParam Map<String, String> sent, Model model, HttpServletResponse response) {
		this.planners.requirePlanner();
		try {
			Fields fields = new Fields();
			UserId person = this.people.read(fields, "dutyPerson", sent.getOrDefault("dutyPerson", ""));
			fields.done();
			String calendar = sent.getOrDefault("calendar", "");
			this.duty.set(person, calendar.isBlank() ? null : calendar, this.planners.actor());
			return "redirect:/ausencias?hecho=guardia";
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return page(sent, problems(ex), model);
		}
	}

	/** What the fields say: a day, with its hour where there is one. */
	private static String moment(Map<String, String> sent, String field) {
		String hour = sent.getOrDefault(field + "Hour", "").strip();
		String day = sent.getOrDefault(field, "").strip();
		return (hour.isEmpty() || day.isEmpty()) ? day : day + "T" + hour;
	}

	/** The fields that would note it again. */
	private static Map<String, String> undone(UserId person, Absence absence) {
		Map<String, String> fields = new HashMap<>();
		fields.put("person", person.value());
		fields.put("from", absence.from());
		fields.put("until", absence.until());
		fields.put("deputy", (absence.deputy() == null) ? "" : absence.deputy().id().value());
		fields.put("reason", Objects.toString(absence.reason(), ""));
		return fields;
	}

	private String page(Map<String, String> typed, Map<String, String> problems, Model model) {
		List<Shown> shown = this.absences.standing(MOST)
			.stream()
			.map((one) -> Shown.of(one, this.planners.mayPlan(one.person().id())))
			.toList();
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		model.addAttribute("planner", this.planners.isPlanner());
		model.addAttribute("away", shown.stream().filter(Shown::isNow).toList());
		model.addAttribute("coming", shown.stream().filter((one) -> !one.isNow()).toList());
		model.addAttribute("people", this.people.choices());
		model.addAttribute("duties", this.duty.all());
		Map<String, String> names = new HashMap<>();
		this.calendars.all(new PageRequest(0, MOST, "name"))
			.items()
			.forEach((calendar) -> names.put(calendar.definition().code(), calendar.definition().name()));
		model.addAttribute("calendars", names);
		return "absences/list";
	}

	/**
	 * An absence as the page shows it.
	 *
	 * @param span when, in Spanish
	 * @param mine whether whoever reads may end it, and knows why
	 */
	record Shown(Absences.OfPerson one, String span, boolean mine) {

		static Shown of(Absences.OfPerson one, boolean mine) {
			return new Shown(one, SpanishSpan.of(one.absence()), mine);
		}

		boolean isNow() {
			return this.one.absence().state() == Absence.State.CURRENT;
		}

	}

}
