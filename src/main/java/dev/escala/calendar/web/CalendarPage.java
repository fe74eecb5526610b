package dev.escala.calendar.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.calendar.CalendarAdministration;
import dev.escala.calendar.SaveCalendar;
import dev.escala.calendar.StoredCalendar;
import dev.escala.calendar.forecast.CalendarChanges;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.PageRequest;
import dev.escala.web.StaffPage;
import jakarta.servlet.http.HttpServletRequest;
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

/** Calendars in the browser. Everybody reads them; {@link CalendarEditors} write. */
@Controller
@RequestMapping("/calendarios")
class CalendarPage extends StaffPage {

	private static final int MOST = 200;

	private static final Map<String, String> DONE = Map.of("guardado",
			"Guardado. Los plazos abiertos que cuentan con él se recalculan en unos segundos.", "dia",
			"El día está añadido. Los plazos abiertos se recalculan en unos segundos.", "asignado",
			"Asignado. Los plazos abiertos se recalculan en unos segundos.", "retirado",
			"Retirado. Los plazos abiertos se recalculan en unos segundos.", "eliminado", "El calendario ya no está.",
			"oficial", "El calendario oficial está importado. Los plazos abiertos se recalculan en unos segundos.");

	private final CalendarAdministration administration;

	private final CalendarSheet page;

	private final CalendarEditors editors;

	private final CalendarChanges changes;

	private final ChangePreview preview;

	private final ZoneId zone;

	CalendarPage(CalendarAdministration administration, CalendarSheet page, CalendarEditors editors,
			CalendarChanges changes, ChangePreview preview, @Value("${escala.zone}") ZoneId zone) {
		super("calendars", "No puede cambiar calendarios", zone);
		this.administration = administration;
		this.page = page;
		this.editors = editors;
		this.changes = changes;
		this.preview = preview;
		this.zone = zone;
	}

	@GetMapping
	String list(@RequestParam(name = "hecho", defaultValue = "") String done, Model model) {
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("done", DONE.get(done));
		model.addAttribute("mayEdit", this.editors.mayEdit());
		model.addAttribute("calendars", this.administration.all(new PageRequest(0, MOST, "name"))
			.map((stored) -> new Line(stored, CalendarSheet.placeName(CalendarForm.place(stored.definition())))));
		return "calendars/list";
	}

	@GetMapping("/{code}")
	String show(@PathVariable String code, @RequestParam(name = "anio", defaultValue = "") String year,
			@RequestParam(name = "hecho", defaultValue = "") String done, Model model) {
		model.addAttribute("done", DONE.get(done));
		return this.page.show(this.page.known(code), year, Map.of(), Map.of(), model);
	}

	@GetMapping("/nuevo")
	String blank(Model model) {
		this.editors.require();
		return form(CalendarForm.empty(this.zone.getId()), null, Map.of(), model);
	}

	@GetMapping("/{code}/editar")
	String edit(@PathVariable String code, Model model) {
		this.editors.require();
		StoredCalendar stored = this.page.known(code);
		return form(CalendarForm.of(stored.definition(), stored.version()), stored, Map.of(), model);
	}

	@PostMapping("/nuevo")
	String create(@RequestParam Map<String, String> sent, Model model, HttpServletResponse response) {
		this.editors.require();
		CalendarForm form = CalendarForm.read(sent);
		try {
			return saved(this.administration.create(form.toCommand(form.code(), List.of())));
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return form(form, null, CalendarForm.placed(problems(ex)), model);
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return form(form, null, Map.of("code", ex.getMessage()), model);
		}
	}

	/**
	 * Of two who change the same calendar, the second reads both and loses neither. Who
	 * moves deadlines sees which before anything is saved.
	 */
	@PostMapping("/{code}/editar")
	String replace(@PathVariable String code, @RequestParam Map<String, String> sent, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		this.editors.require();
		CalendarForm form = CalendarForm.read(sent);
		StoredCalendar stored = this.page.known(code);
		try {
			SaveCalendar wish = form.toCommand(code, stored.definition().days());
			boolean refused = stored.configured() || stored.version() != form.seen();
			Optional<ChangePreview.Page> preview = refused ? Optional.empty() : this.preview.ask(stored, sent,
					"cambiar el horario", () -> this.changes.edited(wish), request, response, model);
			return preview.isPresent() ? preview.get().view() : saved(this.administration.replace(wish, form.seen()));
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return form(form, stored, CalendarForm.placed(problems(ex)), model);
		}
		catch (ConflictException ex) {
			StoredCalendar now = this.page.known(code);
			response.setStatus(HttpStatus.CONFLICT.value());
			CalendarForm saved = CalendarForm.of(now.definition(), now.version());
			model.addAttribute("saved", saved);
			model.addAttribute("savedWeek", CalendarSheet.week(saved));
			model.addAttribute("conflict", ex.getMessage());
			return form(form.withVersion(now.version()), now, Map.of(), model);
		}
	}

	@PostMapping("/{code}/eliminar")
	String delete(@PathVariable String code, Model model, HttpServletResponse response) {
		this.editors.require();
		try {
			this.administration.delete(code);
			return "redirect:/calendarios?hecho=eliminado";
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return this.page.show(this.page.known(code), "", Map.of(), Map.of("form", ex.getMessage()), model);
		}
	}

	private static String saved(StoredCalendar stored) {
		return "redirect:/calendarios/" + stored.definition().code() + "?hecho=guardado";
	}

	/**
	 * Shows the form.
	 * @param stored the calendar that is changed, or {@code null} for a new one
	 */
	private String form(CalendarForm form, StoredCalendar stored, Map<String, String> problems, Model model) {
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("form", form);
		model.addAttribute("week", CalendarSheet.week(form));
		model.addAttribute("places", CalendarSheet.places());
		model.addAttribute("calendar", (stored == null) ? null : stored.definition());
		model.addAttribute("problems", problems);
		return "calendars/form";
	}

	/**
	 * A calendar in the list.
	 *
	 * @param holidays where its holidays are those of
	 */
	record Line(StoredCalendar stored, String holidays) {
	}

}
