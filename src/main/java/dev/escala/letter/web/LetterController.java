package dev.escala.letter.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.letter.CustomerLetter;
import dev.escala.letter.CustomerLetters;
import dev.escala.letter.LetterIntent;
import dev.escala.letter.LetterText;
import dev.escala.letter.WriteToCustomer;
import dev.escala.matter.Entitlement;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.web.IdempotencyKeys;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is written to the customers of a case, over HTTP. */
@RestController
@RequestMapping(path = { "/api/escalations/{number}/letters", "/api/matters/{number}/letters" },
		produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Escalamientos")
class LetterController {

	private final WriteToCustomer writing;

	private final CustomerLetters letters;

	private final Matters matters;

	private final Entitlement entitlement;

	private final CurrentUser user;

	private final IdempotencyKeys idempotencyKeys;

	LetterController(WriteToCustomer writing, CustomerLetters letters, Matters matters, Entitlement entitlement,
			CurrentUser user, IdempotencyKeys idempotencyKeys) {
		this.writing = writing;
		this.letters = letters;
		this.matters = matters;
		this.entitlement = entitlement;
		this.user = user;
		this.idempotencyKeys = idempotencyKeys;
	}

	@Operation(summary = "Lo que se ha escrito a los clientes del caso",
			description = "status: WRITTEN, CLEARED, IN_READING (lo lee otra persona), SENT_BACK, APPROVED, SENT o "
					+ "DROPPED (ya no hacía falta).")
	@GetMapping
	List<View> list(@PathVariable CaseNumber number) {
		return this.letters.letters(this.matters.get(number).number()).stream().map(View::of).toList();
	}

	@Operation(summary = "Escribe a los clientes del caso",
			description = "El texto se comprueba: si algo puede molestar al cliente, se rechaza con la explicación, salvo "
					+ "que overrideReason diga por qué va así. Según la tabla, otra persona lo lee antes. Al enviarse, la "
					+ "próxima comunicación se cuenta desde entonces. Con la misma cabecera Idempotency-Key se escribe una "
					+ "sola vez.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<List<View>> write(@PathVariable CaseNumber number, @RequestBody Body body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		this.entitlement.requireWorker(number);
		String path = this.matters.api(number) + "/letters";
		UserId author = this.user.id().orElseThrow();
		this.idempotencyKeys.once(key, author.value(), path, IdempotencyKeys.fingerprint(body),
				() -> String.valueOf(this.writing.write(number, author,
						new LetterText("message", body.message(), body.overrideReason(),
								Boolean.TRUE.equals(body.legalMatter()), Boolean.TRUE.equals(body.remedyMatter())))));
		return ResponseEntity.created(URI.create(path)).body(list(number));
	}

	record Body(String message, String overrideReason, Boolean legalMatter, Boolean remedyMatter) {
	}

	record View(long id, LetterIntent intent, CustomerLetter.Status status, UserId author, Instant writtenAt,
			String text, String readingReason) {

		static View of(CustomerLetter letter) {
			CustomerLetter.Version latest = letter.latest();
			return new View(letter.id(), letter.intent(), letter.status(), latest.author(), latest.writtenAt(),
					latest.text(), letter.readingReason());
		}

	}

}
