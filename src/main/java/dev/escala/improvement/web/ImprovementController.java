package dev.escala.improvement.web;

import java.net.URI;
import java.util.List;
import java.util.Set;

import dev.escala.access.CurrentUser;
import dev.escala.improvement.Improvement;
import dev.escala.improvement.Improvements;
import dev.escala.improvement.SaidImprovement;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.visibility.Visibility;
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

/** Improvements over HTTP. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Mejoras")
class ImprovementController {

	private static final String PATH = "/api/improvements";

	private final Improvements improvements;

	private final CurrentUser user;

	private final Matters matters;

	private final Visibility visibility;

	private final IdempotencyKeys idempotencyKeys;

	ImprovementController(Improvements improvements, CurrentUser user, Matters matters, Visibility visibility,
			IdempotencyKeys idempotencyKeys) {
		this.improvements = improvements;
		this.user = user;
		this.matters = matters;
		this.visibility = visibility;
		this.idempotencyKeys = idempotencyKeys;
	}

	@Operation(summary = "Las mejoras en marcha que puede ver, la que antes vence primero")
	@GetMapping("/improvements")
	List<ImprovementDetails> list() {
		List<Improvement> open = this.improvements.open();
		Set<CaseNumber> seen = this.visibility.seenOf(open.stream().map(Improvement::number).toList());
		return open.stream().filter((one) -> seen.contains(one.number())).map(ImprovementDetails::of).toList();
	}

	@Operation(summary = "Una mejora, con la acción que ahora la lleva")
	@GetMapping("/improvements/{number}")
	ImprovementDetails get(@PathVariable CaseNumber number) {
		this.matters.requireSeen(number);
		return ImprovementDetails.of(this.improvements.get(number));
	}

	@Operation(summary = "Propone una mejora que no sale de ningún caso",
			description = "kind: QUALITY_CHECK, OPENING_HOURS, PHONE_PROMPTNESS, MYSTERY_CALL, PUBLIC_PROMISE, PROACTIVE o PROVEN_IDEA; "
					+ "owner: usuario, y si falta quien la propone; dueOn: como 2026-12-10; repeatMonths: cada cuántos meses se repite, de 1 a 24. Con la "
					+ "misma cabecera Idempotency-Key se propone una vez.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(path = "/improvements", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<ImprovementDetails> propose(@RequestBody ImprovementBody body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		return begin(PATH, null, body, key);
	}

	@Operation(summary = "Propone una mejora que se vio en un caso",
			description = "Los campos son los de POST /api/improvements. Se sigue tan de cerca como pide la gravedad del caso.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(path = { "/escalations/{number}/improvements", "/matters/{number}/improvements" },
			consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<ImprovementDetails> proposeFor(@PathVariable CaseNumber number, @RequestBody ImprovementBody body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		this.matters.requireSeen(number);
		return begin("/api/matters/" + number + "/improvements", number, body, key);
	}

	private ResponseEntity<ImprovementDetails> begin(String path, CaseNumber source, ImprovementBody body, String key) {
		UserId by = this.user.id().orElseThrow();
		String number = this.idempotencyKeys.once(key, by.value(), path, IdempotencyKeys.fingerprint(body),
				() -> this.improvements.begin(body.said(source), by).value());
		Improvement one = this.improvements.get(new CaseNumber(number));
		return ResponseEntity.created(URI.create(PATH + "/" + number)).body(ImprovementDetails.of(one));
	}

	record ImprovementBody(String kind, String what, String why, String owner, String dueOn, String repeatMonths) {

		SaidImprovement said(CaseNumber source) {
			return new SaidImprovement(this.kind, this.what, this.why, this.owner, this.dueOn, this.repeatMonths,
					source);
		}

	}

}
