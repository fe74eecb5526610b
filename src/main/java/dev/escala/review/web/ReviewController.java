package dev.escala.review.web;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.modelgate.ModelFile;
import dev.escala.review.Hindsight;
import dev.escala.review.MonthlyReviews;
import dev.escala.review.Review;
import dev.escala.review.ReviewedCustomer;
import dev.escala.validation.Fields;
import dev.escala.validation.NotFoundException;
import dev.escala.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reviews over HTTP. */
@RestController
@RequestMapping(path = "/api/reviews", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Revisión de clientes")
class ReviewController {

	private final MonthlyReviews reviews;

	private final CurrentUser user;

	ReviewController(MonthlyReviews reviews, CurrentUser user) {
		this.reviews = reviews;
		this.user = user;
	}

	@Operation(summary = "Las revisiones de los últimos meses, la más reciente primero",
			description = "rehearsals=true son los ensayos, que no buscan a nadie.")
	@GetMapping
	List<Review> list(@RequestParam(defaultValue = "false") boolean rehearsals) {
		return rehearsals ? this.reviews.rehearsals() : this.reviews.months();
	}

	@Operation(summary = "Ensaya la tabla de señales en meses pasados, sin buscar a nadie",
			description = "month y to son meses como 2026-11; rehearsal tiene que ser true, porque la revisión de cada mes "
					+ "empieza sola; table es una tabla retentionSignal cambiada, como texto DMN, o falta para ensayar la que "
					+ "está en vigor. Devuelve el número de cada ensayo.")
	@PostMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	List<Long> rehearse(@RequestBody Rehearsal sent) {
		if (!Boolean.TRUE.equals(sent.rehearsal())) {
			throw this.reviews.refusal(sent.month());
		}
		ModelFile file = (sent.table() == null) ? null
				: new ModelFile("table.dmn", sent.table().getBytes(StandardCharsets.UTF_8));
		return this.reviews.rehearse(sent.month(), sent.to(), file, this.user.id().orElseThrow());
	}

	@Operation(summary = "Una revisión, con lo que pasó después con quienes marcó",
			description = "Mientras no pasan los 90 días, o no se conocen sus compras, hindsight.known es false.")
	@GetMapping("/{id}")
	Told get(@PathVariable String id) {
		Review one = this.reviews.get(number(id));
		return new Told(one, this.reviews.hindsight(one));
	}

	@Operation(summary = "A quién marcó una revisión y por qué", description = "page desde 0; cincuenta en cada una.")
	@GetMapping("/{id}/customers")
	Page<ReviewedCustomer> customers(@PathVariable String id, @RequestParam(defaultValue = "0") String page) {
		if (!page.matches("\\d{1,6}")) {
			Fields fields = new Fields();
			fields.refuse("page", "La página es un número desde 0.");
			fields.done();
		}
		return this.reviews.flagged(this.reviews.get(number(id)), Integer.parseInt(page));
	}

	private static long number(String id) {
		if (!id.matches("\\d{1,18}")) {
			throw new NotFoundException("No hay ninguna revisión con ese número.");
		}
		return Long.parseLong(id);
	}

	/**
	 * What is tried.
	 *
	 * @param month the first month, such as {@code 2026-11}
	 * @param to the last one; may be missing
	 * @param rehearsal has to be true
	 * @param table an edited table; may be missing
	 */
	record Rehearsal(String month, String to, Boolean rehearsal, String table) {
	}

	/**
	 * A review.
	 *
	 * @param review what it found
	 * @param hindsight what became of it
	 */
	record Told(Review review, Hindsight hindsight) {
	}

}
