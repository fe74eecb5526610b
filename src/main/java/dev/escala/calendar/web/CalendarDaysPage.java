package dev.escala.calendar.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.escala.calendar.CalendarAdministration;
import dev.escala.calendar.CalendarAssignments;
import dev.escala.calendar.CalendarDefinition;
import dev.escala.calendar.OwnDay;
import dev.escala.calendar.SaveCalendar;
import dev.escala.calendar.StoredCalendar;
import dev.escala.calendar.forecast.CalendarChanges;
import dev.escala.calendar.forecast.CalendarForecast;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import dev.escala.web.StaffPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A calendar's own days and who counts with it, one by one: whoever adds a day takes
 * nothing from whoever adds another at the same time.
 */
@Controller
@RequestMapping("/calendarios/{code}")
class CalendarDaysPage extends StaffPage {

	/** So often somebody else may be faster. */
	private static final int TRIES = 5;

	private final CalendarAdministration administration;

	private final CalendarAssignments assignments;

	private final Customers customers;

	private final CalendarSheet page;

	private final CalendarEditors editors;

	private final CalendarChanges changes;

	private final ChangePreview preview;

	CalendarDaysPage(CalendarAdministration administration, CalendarAssignments assignments, Customers customers,
			CalendarSheet page, CalendarEditors editors, CalendarChanges changes, ChangePreview preview,
			@Value("${escala.zone}") ZoneId zone) {
		super("calendars", "No puede cambiar calendarios", zone);
		this.administration = administration;
		this.assignments = assignments;
		this.customers = customers;
		this.page = page;
		this.editors = editors;
		this.changes = changes;
		this.preview = preview;
	}

	@PostMapping("/dias")
	String add(@PathVariable String code, @RequestParam Map<String, String> sent, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		String date = sent.getOrDefault("date", "").strip();
		OwnDay day = new OwnDay(date, sent.get("dayName"), CalendarForm.stretches(sent.getOrDefault("hours", "")));
		String year = date.matches("\\d{4}-.*") ? date.substring(0, 4) : "";
		UnaryOperator<List<OwnDay>> add = (days) -> {
			days.add(day);
			return days;
		};
		return attempt(code, year, sent, "/calendarios/" + code + "?anio=" + year + "&hecho=dia",
				new Web(model, request, response), "añadir el día",
				(stored) -> this.changes.edited(wish(stored.definition(), add)), () -> change(code, add));
	}

	/** What was taken off can be put back by a press: the answer offers it. */
	@PostMapping("/dias/{date}/quitar")
	String remove(@PathVariable String code, @PathVariable String date, @RequestParam Map<String, String> sent,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		String year = date.matches("\\d{4}-.*") ? date.substring(0, 4) : "";
		OwnDay[] gone = new OwnDay[1];
		UnaryOperator<List<OwnDay>> remove = (days) -> {
			gone[0] = days.stream()
				.filter((day) -> day.date().equals(date))
				.findFirst()
				.orElseThrow(() -> new ConflictException("Ese día ya no está en el calendario."));
			days.remove(gone[0]);
			return days;
		};
		return attempt(code, year, sent, null, new Web(model, request, response), "quitar el día",
				(stored) -> this.changes.edited(wish(stored.definition(), remove)), () -> {
					change(code, remove);
					model.addAttribute("undone", Map.of("date", date, "dayName", gone[0].name(), "hours",
							String.join(", ", gone[0].hours())));
				});
	}

	@PostMapping("/asignar")
	String assign(@PathVariable String code, @RequestParam Map<String, String> sent, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		String team = sent.getOrDefault("team", "").strip();
		boolean customer = sent.containsKey("customer");
		return attempt(code, "", sent, "/calendarios/" + code + "?hecho=asignado", new Web(model, request, response),
				"asignar el calendario",
				(stored) -> customer ? this.changes.customer(code, customer(sent.get("customer")).code())
						: this.changes.team(code, team),
				() -> {
					if (customer) {
						this.assignments.assignCustomer(code, customer(sent.get("customer")).code());
					}
					else {
						this.assignments.assignTeam(code, team);
					}
				});
	}

	@PostMapping("/retirar")
	String withdraw(@PathVariable String code, @RequestParam Map<String, String> sent, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		String team = sent.getOrDefault("team", "");
		boolean customer = sent.containsKey("customer");
		return attempt(code, "", sent, "/calendarios/" + code + "?hecho=retirado", new Web(model, request, response),
				"retirar el calendario", (stored) -> customer ? this.changes.customer(null, sent.get("customer"))
						: this.changes.team(null, team),
				() -> {
					if (customer) {
						this.assignments.removeCustomer(code, sent.get("customer"));
					}
					else {
						this.assignments.removeTeam(code, team);
					}
				});
	}

	/** The one customer that is meant. */
	private Customer customer(String typed) {
		List<Customer> meant = this.customers.match(search(typed));
		if (meant.size() == 1) {
			return meant.get(0);
		}
		throw new InvalidInputException("customer",
				meant.isEmpty() ? "No hay ningún cliente con ese código o nombre."
						: "Hay varios: " + meant.stream()
							.map((one) -> one.code() + " (" + one.name() + ")")
							.collect(Collectors.joining(", ")) + ". Escriba el código.");
	}

	/** Changes the own days of the calendar as it is now, whoever else changes it. */
	private void change(String code, UnaryOperator<List<OwnDay>> edit) {
		for (int left = TRIES;; left--) {
			StoredCalendar stored = this.page.known(code);
			try {
				this.administration.replace(wish(stored.definition(), edit), stored.version());
				return;
			}
			catch (ConflictException ex) {
				if (left <= 1 || stored.configured()) {
					throw ex;
				}
			}
		}
	}

	private static SaveCalendar wish(CalendarDefinition now, UnaryOperator<List<OwnDay>> edit) {
		return new SaveCalendar(now.code(), now.name(), now.zone(), now.hours(), now.country(), now.region(),
				edit.apply(new ArrayList<>(now.days())));
	}

	/** What is wrong is shown beside the form, with what the person typed still there. */
	private String attempt(String code, String year, Map<String, String> sent, String done, Web web, String change,
			Function<StoredCalendar, CalendarForecast> forecast, Runnable action) {
		this.editors.require();
		StoredCalendar before = this.page.known(code);
		Map<String, String> problems = new HashMap<>();
		try {
			Optional<ChangePreview.Page> asked = before.configured() ? Optional.empty() : this.preview.ask(before, sent,
					change, () -> forecast.apply(before), web.request(), web.response(), web.model());
			if (asked.isPresent()) {
				return asked.get().view();
			}
			action.run();
			if (done != null) {
				return "redirect:" + done;
			}
		}
		catch (InvalidInputException ex) {
			web.response().setStatus(HttpStatus.BAD_REQUEST.value());
			problems(ex).forEach((field, problem) -> problems.merge(field(field), problem,
					(one, other) -> one.equals(other) ? one : one + " " + other));
		}
		catch (ConflictException | NotFoundException ex) {
			web.response().setStatus(HttpStatus.CONFLICT.value());
			problems.put("form", ex.getMessage());
		}
		return this.page.show(this.page.known(before.definition().code()), year, done == null ? Map.of() : sent,
				problems, web.model());
	}

	/** The field of the form: of all days only the new one can be wrong. */
	private static String field(String field) {
		if (field.startsWith("days[")) {
			return field.replaceFirst("^days\\[\\d+]\\.?", "")
				.replaceFirst("\\[\\d+]$", "")
				.replaceFirst("^name$", "dayName");
		}
		return field.equals("customer") ? field : "form";
	}

	/** What a page is answered with. */
	private record Web(Model model, HttpServletRequest request, HttpServletResponse response) {
	}

}
