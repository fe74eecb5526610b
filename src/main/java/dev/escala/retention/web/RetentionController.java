package dev.escala.retention.web;

import java.net.URI;
import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.retention.RetentionCases;
import dev.escala.retention.RetentionState;
import dev.escala.validation.Fields;
import dev.escala.web.IdempotencyKeys;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cases of leaving customers over HTTP. */
@RestController
@RequestMapping(path = "/api/retention-cases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Retención")
class RetentionController {

	private static final String PATH = "/api/retention-cases";

	private static final int LONGEST_SEARCH = 200;

	private final RetentionCases cases;

	private final Matters matters;

	private final CurrentUser user;

	private final IdempotencyKeys idempotencyKeys;

	RetentionController(RetentionCases cases, Matters matters, CurrentUser user, IdempotencyKeys idempotencyKeys) {
		this.cases = cases;
		this.matters = matters;
		this.user = user;
		this.idempotencyKeys = idempotencyKeys;
	}

	@Operation(summary = "Los casos de retención que puede ver",
			description = "search: parte del cliente, del motivo o del número; state: CALLING, WAITING, ACTING, WATCHED, "
					+ "DECIDING, RECOVERED, LOST o LET_GO; sort: due, value, customer u opened, con un signo menos delante "
					+ "para el orden inverso.")
	@GetMapping
	Page<RetentionDetails> list(@RequestParam(required = false) String search,
			@RequestParam(required = false) String state, @RequestParam(required = false) String page,
			@RequestParam(required = false) String size, @RequestParam(required = false) String sort) {
		Fields fields = new Fields();
		String text = fields.optionalLine("search", "la búsqueda", search, LONGEST_SEARCH);
		RetentionState wanted = fields.optionalOneOf("state", "el estado", state, RetentionState.class);
		PageRequest part = PageRequest.read(fields, page, size, sort, RetentionCases.SORTABLE, "due");
		fields.done();
		return this.cases.page(text, wanted, null, part).map((one) -> RetentionDetails.of(one, List.of()));
	}

	@Operation(summary = "Un caso de retención, con sus motivos")
	@GetMapping("/{number}")
	RetentionDetails get(@PathVariable CaseNumber number) {
		this.matters.requireSeen(number);
		return RetentionDetails.of(this.cases.get(number), this.cases.reasons(number));
	}

	@Operation(summary = "Abre un caso porque un cliente parece irse",
			description = "customer: su código o su nombre; reason: por qué lo parece. Un cliente tiene uno abierto a la vez. "
					+ "Con la misma cabecera Idempotency-Key se abre una vez.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<RetentionDetails> open(@RequestBody RetentionBody body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		UserId by = this.user.id().orElseThrow();
		CaseNumber number = new CaseNumber(
				this.idempotencyKeys.once(key, by.value(), PATH, IdempotencyKeys.fingerprint(body),
						() -> this.cases.openByHand(body.customer(), body.reason(), by).value()));
		return ResponseEntity.created(URI.create(PATH + "/" + number))
			.body(RetentionDetails.of(this.cases.get(number), this.cases.reasons(number)));
	}

	record RetentionBody(String customer, String reason) {
	}

}
