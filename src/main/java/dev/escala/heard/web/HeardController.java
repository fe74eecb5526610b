package dev.escala.heard.web;

import dev.escala.heard.HeardNote;
import dev.escala.heard.HeardNotes;
import dev.escala.heard.Hearsay;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.Fields;
import dev.escala.web.IdempotencyKeys;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import dev.escala.access.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What staff hear, over HTTP. */
@RestController
@RequestMapping(path = "/api/heard", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Lo que se oye")
class HeardController {

	private static final String PATH = "/api/heard";

	private final HeardNotes notes;

	private final CurrentUser user;

	private final IdempotencyKeys idempotencyKeys;

	HeardController(HeardNotes notes, CurrentUser user, IdempotencyKeys idempotencyKeys) {
		this.notes = notes;
		this.user = user;
		this.idempotencyKeys = idempotencyKeys;
	}

	@Operation(summary = "Anota lo que alguien de la casa oyó: una queja abre una reclamación",
			description = "kind: COMPLAINT o MARKET; customer: código o nombre, obligatorio en una queja; email: a quien aún no "
					+ "es cliente. Con la misma cabecera Idempotency-Key se anota una vez.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	Recorded record(@RequestBody HeardBody body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		Hearsay heard = Hearsay.read(body.kind(), body.text(), body.customer(), body.email(), body.about(),
				body.place());
		String number = this.idempotencyKeys.once(key, this.user.id().orElseThrow().value(), PATH,
				IdempotencyKeys.fingerprint(body), () -> this.notes.record(heard).map(CaseNumber::value).orElse(""));
		return new Recorded(number.isEmpty() ? null : number);
	}

	@Operation(summary = "Busca en lo que se oyó del mercado",
			description = "sort: recordedAt o author, con un signo menos delante para el orden inverso; sin él, lo más "
					+ "reciente primero.")
	@GetMapping
	Page<HeardNote> search(@RequestParam(required = false) String search, @RequestParam(required = false) String page,
			@RequestParam(required = false) String size, @RequestParam(required = false) String sort) {
		Fields fields = new Fields();
		PageRequest part = PageRequest.read(fields, page, size, sort, HeardNotes.SORTABLE, "-recordedAt");
		fields.done();
		return this.notes.search(search, part);
	}

	record HeardBody(String kind, String text, String customer, String email, String about, String place) {
	}

	/**
	 * What became of it.
	 *
	 * @param complaint number of the complaint, or {@code null} where it is a note
	 */
	record Recorded(String complaint) {
	}

}
