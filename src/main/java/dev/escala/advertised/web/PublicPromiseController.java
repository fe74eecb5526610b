package dev.escala.advertised.web;

import java.net.URI;
import java.util.Optional;

import dev.escala.access.CurrentUser;
import dev.escala.advertised.PromiseFigures;
import dev.escala.advertised.PublicPromise;
import dev.escala.advertised.PublicPromises;
import dev.escala.advertised.SaidPublicPromise;
import dev.escala.advertised.Standing;
import dev.escala.measure.Answerers;
import dev.escala.measure.SaidGauge;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
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

/** Public promises over HTTP; all staff read them. */
@RestController
@RequestMapping(path = "/api/public-promises", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Ideas y promesas públicas")
class PublicPromiseController {

	private static final String PATH = "/api/public-promises";

	private final PublicPromises promises;

	private final PromiseFigures figures;

	private final Answerers answerers;

	private final CurrentUser user;

	private final IdempotencyKeys idempotencyKeys;

	PublicPromiseController(PublicPromises promises, PromiseFigures figures, Answerers answerers, CurrentUser user,
			IdempotencyKeys idempotencyKeys) {
		this.promises = promises;
		this.figures = figures;
		this.answerers = answerers;
		this.user = user;
		this.idempotencyKeys = idempotencyKeys;
	}

	@Operation(summary = "Lo que prometemos en público, con los últimos doce meses de la cifra que lo prueba",
			description = "search: palabras; standing: PUBLISHED (así si falta), BROKEN (el último mes comparado no se cumplió) "
					+ "o WITHDRAWN; sort: text, since o registeredAt, con un signo menos delante para el orden inverso.")
	@GetMapping
	Page<PublicPromiseDetails> list(@RequestParam(required = false) String search,
			@RequestParam(required = false) String standing, @RequestParam(required = false) String page,
			@RequestParam(required = false) String size, @RequestParam(required = false) String sort) {
		Fields fields = new Fields();
		Standing wanted = Optional.ofNullable(fields.optionalOneOf("standing", "cómo está", standing, Standing.class))
			.orElse(Standing.PUBLISHED);
		PageRequest part = PageRequest.read(fields, page, size, sort, PublicPromises.SORTABLE, "text");
		fields.done();
		return this.promises.search(search, wanted, part).map(this::details);
	}

	@Operation(summary = "Una promesa pública: los últimos doce meses, y cada mes al compararlo")
	@GetMapping("/{number}")
	PublicPromiseDetails get(@PathVariable CaseNumber number) {
		return details(this.promises.get(number));
	}

	@Operation(summary = "Escribe una promesa pública en el inventario",
			description = "since: dd/mm/aaaa, hoy o antes; measure: código de GET /api/measures (con hours, si la medida las "
					+ "pide), o nada y entonces figure, unit (PERCENT, HOURS, DAYS, EUROS o NUMBER) y better (MORE o LESS) de una cifra "
					+ "que anota una persona; threshold: lo prometido, al menos si la cifra mejora cuando sube y como mucho si mejora "
					+ "cuando baja. Con la misma cabecera Idempotency-Key se escribe una vez.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<PublicPromiseDetails> register(@RequestBody PromiseBody body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		UserId by = this.user.id().orElseThrow();
		String number = this.idempotencyKeys.once(key, by.value(), PATH, IdempotencyKeys.fingerprint(body),
				() -> this.promises.register(body.said(), by).value());
		return ResponseEntity.created(URI.create(PATH + "/" + number)).body(get(new CaseNumber(number)));
	}

	@Operation(summary = "Anota la cifra de un mes, de una promesa que se prueba por una cifra anotada",
			description = "month: como 2026-11, un mes ya terminado; figure: la cifra. Otra vez, sustituye a la de antes. Lo hace "
					+ "quien responde de la promesa, Supervisión, Gerencia, Dirección, la coordinación del problema o Administración.")
	@PostMapping(path = "/{number}/figures", consumes = MediaType.APPLICATION_JSON_VALUE)
	PublicPromiseDetails enter(@PathVariable CaseNumber number, @RequestBody FigureBody body) {
		UserId by = this.answerers.require(this.promises.get(number).owner());
		this.promises.enter(number, body.month(), body.figure(), by);
		return get(number);
	}

	@Operation(summary = "Retira una promesa que ya no se publica",
			description = "why: por qué. La hace quien puede anotar "
					+ "su cifra; lo que estaba abierto por ella se cierra.")
	@PostMapping(path = "/{number}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
	PublicPromiseDetails withdraw(@PathVariable CaseNumber number, @RequestBody WithdrawalBody body) {
		UserId by = this.answerers.require(this.promises.get(number).owner());
		this.promises.withdraw(number, body.why(), by);
		return get(number);
	}

	private PublicPromiseDetails details(PublicPromise one) {
		return PublicPromiseDetails.of(one, this.figures.months().each(), this.figures.year(one),
				this.promises.comparisons(one.number()));
	}

	record PromiseBody(String text, String place, String since, String owner, String measure, String hours,
			String figure, String unit, String better, String threshold) {

		SaidPublicPromise said() {
			return new SaidPublicPromise(this.text, this.place, this.since, this.owner,
					new SaidGauge(this.measure, this.hours, this.figure, this.unit, this.better), this.threshold);
		}

	}

	record FigureBody(String month, String figure) {
	}

	record WithdrawalBody(String why) {
	}

}
