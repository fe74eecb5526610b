package dev.escala.calendar.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

import dev.escala.calendar.StoredCalendar;
import dev.escala.calendar.forecast.CalendarForecast;
import dev.escala.calendar.forecast.MovedDeadline;
import dev.escala.text.SpreadsheetLines;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Shows whoever changes a calendar which deadlines move, before anything is saved. What
 * moves nothing is saved without a question.
 */
@Component
class ChangePreview {

	/** The field that says that the person has seen it. */
	private static final String SEEN = "seen";

	/** The field that asks for the file. */
	private static final String FILE = "file";

	private static final int SHOWN = 200;

	private final DateTimeFormatter when;

	ChangePreview(@Value("${escala.zone}") ZoneId zone) {
		this.when = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(zone);
	}

	/**
	 * Asks, where there is something to ask.
	 * @param sent what the person sent; the answer sends it again
	 * @param change what it is about, in Spanish: the end of "Antes de …"
	 * @param forecast looks at what would move
	 * @return the page, or empty where the change may be made now; a page that is
	 * {@code null} has been written already
	 */
	Optional<Page> ask(StoredCalendar stored, Map<String, String> sent, String change,
			Supplier<CalendarForecast> forecast, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		if (sent.containsKey(SEEN)) {
			return Optional.empty();
		}
		CalendarForecast seen = forecast.get();
		if (seen.moved().isEmpty()) {
			return Optional.empty();
		}
		if (sent.containsKey(FILE)) {
			write(stored.definition().code(), seen, response);
			return Optional.of(new Page(null));
		}
		Map<String, String> again = new TreeMap<>(sent);
		again.remove("_csrf");
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("calendar", stored.definition());
		model.addAttribute("change", change);
		model.addAttribute("forecast", seen);
		model.addAttribute("shown", seen.moved().subList(0, Math.min(SHOWN, seen.moved().size())));
		model.addAttribute("again", again);
		model.addAttribute("action", request.getRequestURI());
		return Optional.of(new Page("calendars/preview"));
	}

	private void write(String code, CalendarForecast forecast, HttpServletResponse response) {
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"plazos-" + code + ".csv\"");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		try (SpreadsheetLines file = new SpreadsheetLines(response.getOutputStream())) {
			file.line("Caso", "Plazo", "Vence", "Vencería", "Qué pasaría", "Plazo nuevo hasta");
			for (MovedDeadline one : forecast.moved()) {
				file.line(one.number().value(), one.clock(), text(one.before()), text(one.after()), one.fate().label(),
						text(one.fresh()));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String text(Instant instant) {
		return (instant == null) ? "" : this.when.format(instant);
	}

	/**
	 * What is shown.
	 *
	 * @param view the template, or {@code null} where the answer is written
	 */
	record Page(String view) {
	}

}
