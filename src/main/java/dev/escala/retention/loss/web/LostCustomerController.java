package dev.escala.retention.loss.web;

import dev.escala.access.CurrentUser;
import dev.escala.retention.loss.LossFigures;
import dev.escala.retention.loss.LostCustomers;
import dev.escala.retention.loss.SaidLoss;
import dev.escala.validation.Fields;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lost customers over HTTP. */
@RestController
@RequestMapping(path = "/api/lost-customers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Clientes perdidos")
class LostCustomerController {

	private static final int LONGEST_SEARCH = 200;

	private final LostCustomers lost;

	private final CurrentUser user;

	LostCustomerController(LostCustomers lost, CurrentUser user) {
		this.lost = lost;
		this.user = user;
	}

	@Operation(summary = "El registro de clientes perdidos",
			description = "search: parte del nombre; sort: lostOn, customer o value, con un signo menos delante para el "
					+ "orden inverso.")
	@GetMapping
	Page<LostCustomerDetails> list(@RequestParam(required = false) String search,
			@RequestParam(required = false) String page, @RequestParam(required = false) String size,
			@RequestParam(required = false) String sort) {
		Fields fields = new Fields();
		String text = fields.optionalLine("search", "la búsqueda", search, LONGEST_SEARCH);
		PageRequest part = PageRequest.read(fields, page, size, sort, LostCustomers.SORTABLE, "-lostOn");
		fields.done();
		return this.lost.page(text, null, part).map(LostCustomerDetails::of);
	}

	@Operation(summary = "Las cifras de los últimos doce meses",
			description = "Cuántos se perdieron, por qué, qué cuesta, cuántos estaban en silencio y cuántos han vuelto; por "
					+ "causa, por nivel del contrato y por persona responsable.")
	@GetMapping("/figures")
	LossFigures figures() {
		return this.lost.figures();
	}

	@Operation(summary = "Apunta un cliente perdido del que no hubo caso",
			description = "customer: su código o su nombre; lostOn: dd/mm/aaaa; cause: un código de la tabla de causas; "
					+ "lesson: qué se aprende.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	LostCustomerDetails record(@RequestBody LossBody body) {
		return LostCustomerDetails
			.of(this.lost.record(new SaidLoss(body.customer(), body.lostOn(), body.cause(), body.lesson()),
					this.user.id().orElseThrow()));
	}

	record LossBody(String customer, String lostOn, String cause, String lesson) {
	}

}
