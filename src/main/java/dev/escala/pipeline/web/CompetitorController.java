package dev.escala.pipeline.web;

import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.pipeline.Competitors;
import dev.escala.reference.UserId;
import dev.escala.validation.ForbiddenException;
import dev.escala.validation.NotFoundException;
import dev.escala.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Competitors of a customer over HTTP. Whoever may change customers writes them. */
@RestController
@RequestMapping(path = "/api/customers/{code}/competitors", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Clientes")
class CompetitorController {

	private final Competitors competitors;

	private final Customers customers;

	private final CurrentUser user;

	CompetitorController(Competitors competitors, Customers customers, CurrentUser user) {
		this.competitors = competitors;
		this.customers = customers;
		this.user = user;
	}

	@Operation(summary = "A quién considera el cliente competidor suyo")
	@GetMapping
	ResponseEntity<CompetitorsBody> get(@PathVariable String code) {
		return answer(this.competitors.names(known(code)));
	}

	@Operation(summary = "Sustituye la lista de competidores de un cliente",
			description = "Nombres, como los dice el cliente; no hace falta que estén en Escala. Antes de comprometerse "
					+ "con uno de ellos hay que preguntar. Con la cabecera If-Match (el ETag de la consulta), solo si "
					+ "nadie la ha cambiado entretanto: si no, 412.")
	@PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<CompetitorsBody> replace(@PathVariable String code, @RequestBody CompetitorsBody body,
			@RequestHeader(name = "If-Match", required = false) String ifMatch) {
		if (!this.user.isIn(Role.customerEditors().toArray(Role[]::new))) {
			throw new ForbiddenException(
					"Solo los agentes, la supervisión, la gerencia y la administración pueden cambiar clientes.");
		}
		Customer customer = known(code);
		UserId by = this.user.id().orElseThrow();
		return answer(
				IfMatch.replace(ifMatch, (seen) -> this.competitors.replace(customer, body.competitors(), by, seen),
						() -> this.competitors.replace(customer, body.competitors(), by)));
	}

	private Customer known(String code) {
		return this.customers.findByCode(code)
			.orElseThrow(() -> new NotFoundException("No hay ningún cliente con ese código."));
	}

	private static ResponseEntity<CompetitorsBody> answer(List<String> names) {
		return ResponseEntity.ok().eTag(Competitors.version(names)).body(new CompetitorsBody(names));
	}

	record CompetitorsBody(List<String> competitors) {
	}

}
