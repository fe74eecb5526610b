package dev.escala.followup.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.stream.IntStream;

import dev.escala.followup.FollowUp;
import dev.escala.followup.FollowUpKind;
import dev.escala.followup.FollowUpList;
import dev.escala.followup.FollowUpState;
import dev.escala.text.SpreadsheetLines;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import dev.escala.web.StaffPage;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calls to ask how it goes in the browser: a list, what was answered, a file. */
@Controller
@RequestMapping("/llamadas-de-seguimiento")
class FollowUpPage extends StaffPage {

	private static final int SIZE = 25;

	private static final int YEARS = 4;

	private final FollowUpList list;

	private final DateTimeFormatter cell;

	FollowUpPage(FollowUpList list, @Value("${escala.zone}") ZoneId zone) {
		super("followups", "No puede ver las llamadas de seguimiento", zone);
		this.list = list;
		this.cell = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(zone);
	}

	@GetMapping
	String show(@RequestParam(name = "texto", defaultValue = "") String typed,
			@RequestParam(name = "estado", defaultValue = "") String state,
			@RequestParam(name = "tras", defaultValue = "") String kind,
			@RequestParam(name = "orden", defaultValue = "-dueAt") String order,
			@RequestParam(name = "anio", required = false) String typedYear,
			@RequestParam(name = "pagina", defaultValue = "1") String wanted, Model model,
			HttpServletResponse response) {
		String text = search(typed);
		FollowUpState only = named(FollowUpState.values(), state, null);
		FollowUpKind after = named(FollowUpKind.values(), kind, null);
		String sort = FollowUpList.SORTABLE.contains(order.replaceFirst("^-", "")) ? order : "-dueAt";
		Page<FollowUp> found = page(text, only, after, sort, number(wanted));
		if (found.page() >= found.pages()) {
			found = page(text, only, after, sort, (int) found.pages());
		}
		int year = this.list.thisYear();
		try {
			year = this.list.year(typedYear);
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			model.addAttribute("problem", ex.getMessage());
		}
		int last = this.list.thisYear();
		model.addAttribute("sheet", "panel/style");
		model.addAttribute("figures", this.list.figures(year));
		model.addAttribute("years", IntStream.range(0, YEARS).map((back) -> last - back).boxed().toList());
		model.addAttribute("text", text);
		model.addAttribute("state", only);
		model.addAttribute("kind", after);
		model.addAttribute("order", sort);
		model.addAttribute("states", FollowUpState.values());
		model.addAttribute("kinds", FollowUpKind.values());
		model.addAttribute("calls", found);
		model.addAttribute("page", found.page() + 1);
		model.addAttribute("pages", found.pages());
		return "followups/list";
	}

	@GetMapping("/exportar")
	void export(@RequestParam(name = "texto", defaultValue = "") String typed,
			@RequestParam(name = "estado", defaultValue = "") String state,
			@RequestParam(name = "tras", defaultValue = "") String kind, HttpServletResponse response)
			throws IOException {
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"llamadas-de-seguimiento.csv\"");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		try (SpreadsheetLines file = new SpreadsheetLines(response.getOutputStream())) {
			file.line("Tras qué", "Referencia", "Cliente", "Estado", "Motivo", "Hasta cuándo", "Intentos", "Terminó",
					"Está bien", "Hace lo que quería", "Nos recomendaría", "Quiere el club", "Consejo", "Pregunta",
					"Respuesta", "Reclamación");
			this.list.each(search(typed), named(FollowUpState.values(), state, null),
					named(FollowUpKind.values(), kind, null), (one) -> write(file, one));
		}
	}

	private void write(SpreadsheetLines file, FollowUp one) {
		FollowUp.Answers answers = one.answers();
		try {
			file.line(one.kind().label(), one.source(), one.customerName(), one.state().label(), one.reason(),
					this.cell.format(one.dueAt()), String.valueOf(one.attempts()),
					(one.endedAt() == null) ? "" : this.cell.format(one.endedAt()), yes(answers.right()),
					yes(answers.wanted()), yes(answers.recommends()), yes(answers.club()), text(answers.advice()),
					text(answers.question()), text(answers.answer()), text(one.complaint()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Page<FollowUp> page(String text, FollowUpState state, FollowUpKind kind, String sort, int number) {
		return this.list.page(text, state, kind, new PageRequest(Math.max(number, 1) - 1, SIZE, sort));
	}

	private static String yes(Boolean answer) {
		return (answer == null) ? "" : answer ? "sí" : "no";
	}

	private static String text(Object value) {
		return Objects.toString(value, "");
	}

}
