package dev.escala.pursuit.quote.web;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.matter.Entitlement;
import dev.escala.matter.Matters;
import dev.escala.pursuit.quote.PrepareQuote;
import dev.escala.pursuit.quote.Quote;
import dev.escala.pursuit.quote.Quotes;
import dev.escala.pursuit.quote.SaidQuote;
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

/** Quotes over HTTP; the same gate stands before them as before any commitment. */
@RestController
@RequestMapping(path = "/api/pursuits/{number}/quotes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Ofertas")
class QuoteController {

	private final PrepareQuote preparing;

	private final Quotes quotes;

	private final Matters matters;

	private final Entitlement entitlement;

	private final CurrentUser user;

	private final IdempotencyKeys idempotencyKeys;

	QuoteController(PrepareQuote preparing, Quotes quotes, Matters matters, Entitlement entitlement, CurrentUser user,
			IdempotencyKeys idempotencyKeys) {
		this.preparing = preparing;
		this.quotes = quotes;
		this.matters = matters;
		this.entitlement = entitlement;
		this.user = user;
		this.idempotencyKeys = idempotencyKeys;
	}

	@Operation(summary = "Las ofertas de una oportunidad, versión por versión",
			description = "status: WAITING (todavía no ha salido), SENT, REPLACED, RETURNED (no salió; note dice por qué) "
					+ "o WITHDRAWN.")
	@GetMapping
	List<View> list(@PathVariable CaseNumber number) {
		this.matters.requireSeen(number);
		return this.quotes.of(this.matters.get(number).number()).stream().map(View::of).toList();
	}

	@Operation(summary = "Prepara una oferta",
			description = "Sale por carta a la persona de contacto. Si el descuento pasa de la tabla, hay condiciones a "
					+ "medida o se rechazó antes a quien la pide, hace falta una decisión: assessment y neededBy dicen por "
					+ "qué y para cuándo, y la oferta espera hasta que se autorice. Con la misma cabecera Idempotency-Key se "
					+ "prepara una sola vez.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<List<View>> prepare(@PathVariable CaseNumber number, @RequestBody SaidQuote body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		this.entitlement.requireWorker(number);
		String path = "/api/pursuits/" + number + "/quotes";
		this.idempotencyKeys.once(key, userId().value(), path, IdempotencyKeys.fingerprint(body),
				() -> String.valueOf(this.preparing.prepare(number, userId(), body)));
		return ResponseEntity.created(URI.create(path)).body(list(number));
	}

	@Operation(summary = "Retira la oferta que todavía no ha salido", description = "reason dice por qué.")
	@PostMapping(path = "/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
	List<View> withdraw(@PathVariable CaseNumber number, @RequestBody WithdrawalBody body) {
		this.entitlement.requireWorker(number);
		this.quotes.withdraw(number, userId(), body.reason());
		return list(number);
	}

	private UserId userId() {
		return this.user.id().orElseThrow();
	}

	/** Why it is withdrawn. */
	record WithdrawalBody(String reason) {
	}

	/** A version. */
	record View(String reference, int version, Quote.Status status, String statusLabel, String content,
			BigDecimal amount, String currency, BigDecimal discount, String customTerms, String terms,
			LocalDate validUntil, CaseNumber commitment, UserId preparedBy, Instant preparedAt, Instant sentAt,
			Instant followUpAt, String note) {

		static View of(Quote quote) {
			Quote.Offer offer = quote.offer();
			return new View(quote.reference(), quote.version(), quote.status(), quote.status().label(), offer.content(),
					offer.amount(), offer.currency(), offer.discount(), offer.customTerms(), offer.terms(),
					offer.validUntil(), quote.commitment(), quote.preparedBy(), quote.preparedAt(), quote.sentAt(),
					quote.followUpAt(), quote.note());
		}

	}

}
