package dev.escala.review.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import dev.escala.access.CurrentUser;
import dev.escala.modelgate.ModelFile;
import dev.escala.review.MonthlyReviews;
import dev.escala.review.Reason;
import dev.escala.review.Review;
import dev.escala.review.ReviewedCustomer;
import dev.escala.text.Dates;
import dev.escala.text.SpreadsheetLines;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import dev.escala.web.Page;
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

/** Reviews in the browser: the months, whom each flagged and why, and rehearsals. */
@Controller
@RequestMapping("/compras/revisiones")
class ReviewPage extends StaffPage {

	private static final String PATH = "/compras/revisiones";

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL 'de' yyyy", Dates.SPANISH);

	private final MonthlyReviews reviews;

	private final CurrentUser user;

	ReviewPage(MonthlyReviews reviews, CurrentUser user, @Value("${escala.zone}") ZoneId zone) {
		super("reviews", "No puede ver las revisiones de clientes", zone);
		this.reviews = reviews;
		this.user = user;
	}

	@GetMapping
	String list(Model model) {
		return list(Map.of(), Map.of(), model);
	}

	/** Begins rehearsals, and leads to the only one. */
	@PostMapping("/ensayos")
	String rehearse(@RequestParam Map<String, String> sent, @RequestParam(required = false) MultipartFile file,
			Model model, HttpServletResponse response) throws IOException {
		try {
			boolean edited = file != null && file.getOriginalFilename() != null
					&& !file.getOriginalFilename().isBlank();
			List<Long> begun = this.reviews.rehearse(sent.get("from"), sent.get("to"),
					edited ? new ModelFile(file.getOriginalFilename(), file.getBytes()) : null,
					this.user.id().orElseThrow());
			return "redirect:" + PATH + ((begun.size() == 1) ? "/" + begun.get(0) : "#ensayos");
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return list(sent, problems(ex), model);
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return list(sent, Map.of("from", ex.getMessage()), model);
		}
	}

	@GetMapping("/{id}")
	String show(@PathVariable String id, @RequestParam(name = "pagina", defaultValue = "1") String wanted,
			Model model) {
		Review one = get(id);
		Page<ReviewedCustomer> page = this.reviews.flagged(one, number(wanted) - 1);
		if (page.page() >= page.pages()) {
			page = this.reviews.flagged(one, (int) page.pages() - 1);
		}
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("one", one);
		model.addAttribute("month", month(one.month()));
		model.addAttribute("signals", this.reviews.signals(one.id()));
		model.addAttribute("hindsight", this.reviews.hindsight(one));
		model.addAttribute("customers", page.items());
		model.addAttribute("page", page.page() + 1);
		model.addAttribute("pages", page.pages());
		return "reviews/review";
	}

	@GetMapping("/{id}/clientes.csv")
	void export(@PathVariable String id, HttpServletResponse response) throws IOException {
		Review one = get(id);
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader("Content-Disposition", "attachment; filename=\"revision-"
				+ one.month().toString().substring(0, 7) + (one.rehearsal() ? "-ensayo-" + one.id() : "") + ".csv\"");
		try (SpreadsheetLines table = new SpreadsheetLines(response.getOutputStream())) {
			table.line("Cliente", "Nombre", "Última compra", "Señal", "Por qué");
			this.reviews.eachFlagged(one.id(),
					(customer) -> customer.reasons().forEach((reason) -> write(table, customer, reason)));
		}
	}

	private static void write(SpreadsheetLines table, ReviewedCustomer customer, Reason reason) {
		try {
			table.line(customer.code(), customer.name(),
					(customer.lastOn() == null) ? "" : customer.lastOn().toString(), reason.signal().label(),
					reason.text());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String list(Map<String, String> typed, Map<String, String> problems, Model model) {
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		model.addAttribute("months", this.reviews.months().stream().map(ReviewPage::line).toList());
		model.addAttribute("rehearsals", this.reviews.rehearsals().stream().map(ReviewPage::line).toList());
		return "reviews/list";
	}

	private static Line line(Review one) {
		return new Line(one, month(one.month()));
	}

	private static String month(LocalDate month) {
		return MONTH.format(month);
	}

	private Review get(String id) {
		if (!id.matches("\\d{1,18}")) {
			throw new NotFoundException("No hay ninguna revisión con ese número.");
		}
		return this.reviews.get(Long.parseLong(id));
	}

	/**
	 * A review in a list.
	 *
	 * @param one the review
	 * @param month such as {@code noviembre de 2026}
	 */
	public record Line(Review one, String month) {
	}

}
