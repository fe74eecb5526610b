package dev.escala.calendar.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import dev.escala.access.CurrentUser;
import dev.escala.calendar.OwnDay;
import dev.escala.calendar.SaveCalendar;
import dev.escala.calendar.StoredCalendar;
import dev.escala.calendar.official.ImportOfficialDays;
import dev.escala.calendar.official.OfficialDays;
import dev.escala.calendar.official.OfficialFile;
import dev.escala.reference.UserId;
import dev.escala.text.Dates;
import dev.escala.validation.ConflictException;
import dev.escala.validation.ForbiddenException;
import dev.escala.validation.InvalidInputException;
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
import org.springframework.web.multipart.MultipartFile;

/**
 * The file of an official calendar, compared and then taken over. Between the two the
 * browser keeps the file: no node has to.
 */
@Controller
@RequestMapping("/calendarios/{code}/oficial")
class OfficialDaysPage extends StaffPage {

	/** Official calendars have some kilobytes; it comes back as a field of a form. */
	private static final int LARGEST = 500_000;

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Dates.SPANISH);

	private final ImportOfficialDays imports;

	private final CalendarSheet calendars;

	private final CalendarEditors editors;

	private final CurrentUser user;

	private final Clock clock;

	OfficialDaysPage(ImportOfficialDays imports, CalendarSheet calendars, CalendarEditors editors, CurrentUser user,
			Clock clock, @Value("${escala.zone}") ZoneId zone) {
		super("calendars", "No puede cambiar calendarios", zone);
		this.imports = imports;
		this.calendars = calendars;
		this.editors = editors;
		this.user = user;
		this.clock = clock;
	}

	@GetMapping
	String ask(@PathVariable String code, @RequestParam(name = "anio", defaultValue = "") String wanted, Model model) {
		this.editors.require();
		StoredCalendar stored = changeable(code);
		String year = wanted.matches("\\d{4}") ? wanted : String
			.valueOf(LocalDate.now(this.clock.withZone(stored.definition().calendar().zone())).getYear() + 1);
		return page(stored, year, Map.of(), model);
	}

	@PostMapping
	String preview(@PathVariable String code, @RequestParam(required = false) MultipartFile file,
			@RequestParam Map<String, String> sent, Model model, HttpServletResponse response) throws IOException {
		this.editors.require();
		StoredCalendar stored = changeable(code);
		String year = sent.getOrDefault("year", "").strip();
		try {
			byte[] content = content(file);
			model.addAttribute("preview", this.imports.preview(code, read(content, year(year))));
			model.addAttribute("kept", Base64.getEncoder().encodeToString(content));
			return page(stored, year, Map.of(), model);
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return page(stored, year, problems(ex), model);
		}
	}

	/** What has changed since the preview is shown, and nothing was taken over. */
	@PostMapping("/importar")
	String take(@PathVariable String code, @RequestParam Map<String, String> sent, Model model,
			HttpServletResponse response) throws IOException {
		this.editors.require();
		StoredCalendar stored = changeable(code);
		String year = sent.getOrDefault("year", "").strip();
		String kept = sent.getOrDefault("content", "");
		try {
			byte[] content = content(kept);
			OfficialDays days = read(content, year(year));
			try {
				this.imports.take(code, days, version(sent.get("version")), this.user.id().orElse(UserId.SYSTEM));
				return "redirect:/calendarios/" + code + "?anio=" + year + "&hecho=oficial";
			}
			catch (ConflictException ex) {
				response.setStatus(HttpStatus.CONFLICT.value());
				model.addAttribute("preview", this.imports.preview(code, days));
				model.addAttribute("kept", kept);
				return page(stored, year, Map.of("form", ex.getMessage()), model);
			}
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return page(stored, year, problems(ex), model);
		}
	}

	private StoredCalendar changeable(String code) {
		StoredCalendar stored = this.calendars.known(code);
		if (stored.configured()) {
			throw new ForbiddenException("El calendario " + code
					+ " se define en la configuración: sus días solo se cambian allí, reiniciando después Escala.");
		}
		return stored;
	}

	private static byte[] content(MultipartFile file) throws IOException {
		byte[] content = (file == null) ? new byte[0] : file.getBytes();
		if (content.length == 0) {
			throw new InvalidInputException("file", "Elija el fichero del calendario oficial: .ics o .csv.");
		}
		if (content.length > LARGEST) {
			throw new InvalidInputException("file", "El fichero es demasiado grande: como mucho 500 kB.");
		}
		return content;
	}

	private static byte[] content(String kept) {
		try {
			return Base64.getDecoder().decode(kept);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidInputException("file", "El fichero no llegó entero. Elíjalo otra vez.");
		}
	}

	/** What begins like a calendar is one, whatever its name. */
	private static OfficialDays read(byte[] content, int year) throws IOException {
		String head = new String(content, 0, Math.min(content.length, 200), StandardCharsets.UTF_8);
		return head.contains("BEGIN:VCALENDAR") ? OfficialFile.ics(new ByteArrayInputStream(content), year)
				: OfficialFile.csv(new ByteArrayInputStream(content), year);
	}

	private static int year(String text) {
		int year = text.matches("\\d{4}") ? Integer.parseInt(text) : 0;
		if (year < SaveCalendar.FIRST_YEAR || year > SaveCalendar.LAST_YEAR) {
			throw new InvalidInputException("year",
					"Diga qué año se importa, entre " + SaveCalendar.FIRST_YEAR + " y " + SaveCalendar.LAST_YEAR + ".");
		}
		return year;
	}

	private static long version(String text) {
		return (text != null && text.matches("\\d{1,18}")) ? Long.parseLong(text) : -1;
	}

	private static List<Line> lines(List<OwnDay> days) {
		return days.stream().map((day) -> new Line(DAY.format(LocalDate.parse(day.date())), day.name())).toList();
	}

	private String page(StoredCalendar stored, String year, Map<String, String> problems, Model model) {
		if (model.getAttribute("preview") instanceof ImportOfficialDays.Preview preview) {
			model.addAttribute("added", lines(preview.added()));
			model.addAttribute("onlyHere", lines(preview.onlyHere()));
		}
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("calendar", stored.definition());
		model.addAttribute("year", year);
		model.addAttribute("problems", problems);
		return "calendars/official";
	}

	/**
	 * A day as the page shows it.
	 *
	 * @param text the date as people read it
	 * @param what what the day is called
	 */
	record Line(String text, String what) {
	}

}
