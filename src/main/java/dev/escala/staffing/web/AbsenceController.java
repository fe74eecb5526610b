package dev.escala.staffing.web;

import java.net.URI;
import java.util.List;

import dev.escala.reference.UserId;
import dev.escala.staffing.Absence;
import dev.escala.staffing.Absences;
import dev.escala.staffing.RequestAbsence;
import dev.escala.validation.Fields;
import dev.escala.validation.NotFoundException;
import dev.escala.web.IdempotencyKeys;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Absences over HTTP. Everybody sees when colleagues are away; why, only they and those
 * who plan.
 */
@RestController
@RequestMapping(path = "/api/staff/{person}/absences", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Personal")
class AbsenceController {

	private final Absences absences;

	private final Planners planners;

	private final IdempotencyKeys idempotencyKeys;

	AbsenceController(Absences absences, Planners planners, IdempotencyKeys idempotencyKeys) {
		this.absences = absences;
		this.planners = planners;
		this.idempotencyKeys = idempotencyKeys;
	}

	@Operation(summary = "Anota una ausencia, con o sin suplente",
			description = "from y until son días de la organización (2026-11-23; el último cuenta entero) o días con "
					+ "hora (2026-11-23T14:00). Con la misma cabecera Idempotency-Key se anota una sola vez.")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Absence> add(@PathVariable UserId person, @RequestBody AbsenceBody body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		this.planners.requireAbsencesOf(person);
		RequestAbsence wish = body.toCommand(person);
		URI list = UriComponentsBuilder.fromPath("/api/staff/{person}/absences").encode().build(person);
		long id = Long.parseLong(this.idempotencyKeys.once(key, this.planners.actor().value(), list.getPath(),
				IdempotencyKeys.fingerprint(wish),
				() -> Long.toString(this.absences.add(wish, this.planners.actor()))));
		return ResponseEntity.created(URI.create(list + "/" + id)).body(this.absences.get(person, id));
	}

	@Operation(summary = "Consulta las ausencias de una persona",
			description = "Primero las presentes y futuras, por fecha; después las pasadas, la última primero. El motivo "
					+ "solo lo ven la propia persona, la supervisión, la gerencia, la dirección y la administración.")
	@GetMapping
	Page<Absence> list(@PathVariable UserId person, @RequestParam(required = false) String page,
			@RequestParam(required = false) String size) {
		Fields fields = new Fields();
		PageRequest part = PageRequest.read(fields, page, size, null, List.of("from"), "from");
		fields.done();
		return this.absences.absences(person, part).map((absence) -> asSeen(person, absence));
	}

	@Operation(summary = "Consulta una ausencia")
	@GetMapping("/{id}")
	Absence get(@PathVariable UserId person, @PathVariable String id) {
		return asSeen(person, this.absences.get(person, number(id)));
	}

	@Operation(summary = "Anula una ausencia", description = "La que ya empezó termina en este momento y se conserva.")
	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void cancel(@PathVariable UserId person, @PathVariable String id) {
		this.planners.requireAbsencesOf(person);
		this.absences.cancel(person, number(id), this.planners.actor());
	}

	private Absence asSeen(UserId person, Absence absence) {
		return this.planners.mayPlan(person) ? absence : absence.withoutReason();
	}

	private static long number(String id) {
		if (!id.matches("\\d{1,18}")) {
			throw new NotFoundException("Las ausencias se nombran por su número.");
		}
		return Long.parseLong(id);
	}

}
