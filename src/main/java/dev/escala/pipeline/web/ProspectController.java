package dev.escala.pipeline.web;

import java.net.URI;
import java.util.Set;
import java.util.function.Supplier;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.pipeline.Prospect;
import dev.escala.pipeline.Prospects;
import dev.escala.pipeline.SaveProspect;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;
import dev.escala.validation.ForbiddenException;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import dev.escala.web.IdempotencyKeys;
import dev.escala.web.IfMatch;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Prospects over HTTP. Everybody reads them; those who may report a case write. */
@RestController
@RequestMapping(path = "/api/prospects", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Prospectos")
class ProspectController {

	private static final String PATH = "/api/prospects";

	private final Prospects prospects;

	private final CurrentUser user;

	private final IdempotencyKeys idempotencyKeys;

	ProspectController(Prospects prospects, CurrentUser user, IdempotencyKeys idempotencyKeys) {
		this.prospects = prospects;
		this.user = user;
		this.idempotencyKeys = idempotencyKeys;
	}

	@Operation(summary = "Crea un prospecto",
			description = "Sin code se crea uno, como P-000001. Con la misma cabecera Idempotency-Key, la misma "
					+ "petición crea el prospecto una sola vez y siempre se responde 201 con la misma dirección.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Prospect> create(@RequestBody ProspectBody body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		requireWriter();
		SaveProspect command = body.toCommand(body.code());
		String code = once(key, PATH, command, () -> this.prospects.create(command).code());
		Prospect prospect = known(code);
		return ResponseEntity.created(URI.create(PATH + "/" + code)).eTag(Prospects.version(prospect)).body(prospect);
	}

	@Operation(summary = "Sustituye lo que se sabe de un prospecto",
			description = "Con la cabecera If-Match (el ETag de la consulta), solo si nadie lo ha cambiado entretanto: "
					+ "si no, 412. Los rechazos no cambian.")
	@PutMapping(path = "/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Prospect> replace(@PathVariable String code, @RequestBody ProspectBody body,
			@RequestHeader(name = "If-Match", required = false) String ifMatch) {
		requireWriter();
		Prospect present = known(code);
		if (body.code() != null && !body.code().strip().equalsIgnoreCase(present.code())) {
			throw new InvalidInputException("code",
					"El código no se puede cambiar: en la dirección dice " + present.code() + ".");
		}
		SaveProspect command = body.toCommand(present.code());
		return answer(IfMatch.replace(ifMatch, (seen) -> this.prospects.replace(command, seen),
				() -> this.prospects.replace(command)));
	}

	@Operation(summary = "Consulta un prospecto por su código, con cada vez que se rechazó")
	@GetMapping("/{code}")
	ResponseEntity<Prospect> get(@PathVariable String code) {
		return answer(known(code));
	}

	@Operation(summary = "Busca prospectos por parte del código o del nombre, y si están rechazados",
			description = "rejected: true o false; page desde 0; size de 1 a 200 (50 si falta); sort: code, name o "
					+ "sector, con un signo menos delante para el orden inverso.")
	@GetMapping
	Page<Prospect> search(@RequestParam(required = false) String search,
			@RequestParam(required = false) String rejected, @RequestParam(required = false) String page,
			@RequestParam(required = false) String size, @RequestParam(required = false) String sort) {
		Fields fields = new Fields();
		String text = fields.optional("search", "el texto que se busca", search, 200);
		Boolean wanted = (rejected == null || rejected.isBlank()) ? null : Boolean.valueOf(rejected.strip());
		if (wanted != null && !Set.of("true", "false").contains(rejected.strip())) {
			fields.refuse("rejected", "Escriba true o false.");
		}
		PageRequest part = PageRequest.read(fields, page, size, sort, Prospects.SORTABLE, "name");
		fields.done();
		return this.prospects.search(text, wanted, part);
	}

	@Operation(summary = "Rechaza un prospecto, con su motivo",
			description = "Quien pregunte después por él leerá el motivo, también si se readmite. Con la misma cabecera "
					+ "Idempotency-Key, la misma petición se hace una sola vez.")
	@PostMapping(path = "/{code}/rejection", consumes = MediaType.APPLICATION_JSON_VALUE)
	Prospect reject(@PathVariable String code, @RequestBody ReasonBody body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		requireWriter();
		Prospect prospect = known(code);
		once(key, PATH + "/" + prospect.code() + "/rejection", body, () -> {
			this.prospects.reject(prospect.id(), userId(), body.reason(), null);
			return prospect.code();
		});
		return known(code);
	}

	@Operation(summary = "Readmite un prospecto rechazado, con su motivo",
			description = "El registro conserva que se rechazó. Con la misma cabecera Idempotency-Key, la misma petición "
					+ "se hace una sola vez.")
	@PostMapping(path = "/{code}/readmission", consumes = MediaType.APPLICATION_JSON_VALUE)
	Prospect readmit(@PathVariable String code, @RequestBody ReasonBody body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		requireWriter();
		Prospect prospect = known(code);
		once(key, PATH + "/" + prospect.code() + "/readmission", body, () -> {
			this.prospects.readmit(prospect.code(), userId(), body.reason());
			return prospect.code();
		});
		return known(code);
	}

	private String once(String key, String path, Record said, Supplier<String> action) {
		return this.idempotencyKeys.once(key, userId().value(), path, IdempotencyKeys.fingerprint(said), action);
	}

	private void requireWriter() {
		if (!this.user.isIn(Role.reporters().toArray(Role[]::new))) {
			throw new ForbiddenException("Los prospectos los anotan los agentes, los equipos y sus responsables. "
					+ "Pida a uno de ellos que lo haga.");
		}
	}

	private Prospect known(String code) {
		return this.prospects.findByCode(code)
			.orElseThrow(() -> new NotFoundException("No hay ningún prospecto con ese código."));
	}

	private UserId userId() {
		return this.user.id().orElseThrow();
	}

	private static ResponseEntity<Prospect> answer(Prospect prospect) {
		return ResponseEntity.ok().eTag(Prospects.version(prospect)).body(prospect);
	}

	record ReasonBody(String reason) {
	}

}
