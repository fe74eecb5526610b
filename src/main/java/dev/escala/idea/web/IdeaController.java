package dev.escala.idea.web;

import java.net.URI;

import dev.escala.access.CurrentUser;
import dev.escala.idea.Idea;
import dev.escala.idea.IdeaFigures;
import dev.escala.idea.IdeaState;
import dev.escala.idea.Ideas;
import dev.escala.idea.SaidIdea;
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

/** Ideas over HTTP; all staff read them. */
@RestController
@RequestMapping(path = "/api/ideas", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Ideas y promesas públicas")
class IdeaController {

	private static final String PATH = "/api/ideas";

	private final Ideas ideas;

	private final IdeaFigures figures;

	private final Answerers answerers;

	private final CurrentUser user;

	private final IdempotencyKeys idempotencyKeys;

	IdeaController(Ideas ideas, IdeaFigures figures, Answerers answerers, CurrentUser user,
			IdempotencyKeys idempotencyKeys) {
		this.ideas = ideas;
		this.figures = figures;
		this.answerers = answerers;
		this.user = user;
		this.idempotencyKeys = idempotencyKeys;
	}

	@Operation(summary = "Las ideas que se prueban o se probaron, con su cifra de antes y de después",
			description = "search: palabras; state: TRYING, WORKS o FAILS; sort: decideOn, registeredAt o what, con un signo "
					+ "menos delante para el orden inverso; sin él, primero la que antes se decide.")
	@GetMapping
	Page<IdeaDetails> list(@RequestParam(required = false) String search, @RequestParam(required = false) String state,
			@RequestParam(required = false) String page, @RequestParam(required = false) String size,
			@RequestParam(required = false) String sort) {
		Fields fields = new Fields();
		IdeaState wanted = fields.optionalOneOf("state", "el estado", state, IdeaState.class);
		PageRequest part = PageRequest.read(fields, page, size, sort, Ideas.SORTABLE, "decideOn");
		fields.done();
		return this.ideas.search(search, wanted, part).map((one) -> IdeaDetails.of(one, this.figures.of(one)));
	}

	@Operation(summary = "Una idea, con su cifra de antes y de después")
	@GetMapping("/{number}")
	IdeaDetails get(@PathVariable CaseNumber number) {
		Idea one = this.ideas.get(number);
		return IdeaDetails.of(one, this.figures.of(one));
	}

	@Operation(summary = "Escribe una idea que se va a probar",
			description = "measure: código de GET /api/measures (con hours, si la medida las pide), o nada y entonces figure, "
					+ "unit (PERCENT, HOURS, DAYS, EUROS o NUMBER) y better (MORE o LESS) de una cifra que anota una persona. owner: "
					+ "usuario, y si falta quien la escribe; beganOn y decideOn: dd/mm/aaaa, con al menos un mes entero entre los dos; "
					+ "monthsBefore: de 1 a 12, y si falta 3. Con la misma cabecera Idempotency-Key se escribe una vez.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<IdeaDetails> begin(@RequestBody IdeaBody body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		UserId by = this.user.id().orElseThrow();
		String number = this.idempotencyKeys.once(key, by.value(), PATH, IdempotencyKeys.fingerprint(body),
				() -> this.ideas.begin(body.said(), by).value());
		return ResponseEntity.created(URI.create(PATH + "/" + number)).body(get(new CaseNumber(number)));
	}

	@Operation(summary = "Anota la cifra de un mes, de una idea que se mide por una cifra anotada",
			description = "month: como 2026-11, un mes ya terminado; figure: la cifra. Otra vez, sustituye a la de antes. Lo hace "
					+ "quien responde de la idea, Supervisión, Gerencia, Dirección, la coordinación del problema o Administración.")
	@PostMapping(path = "/{number}/figures", consumes = MediaType.APPLICATION_JSON_VALUE)
	IdeaDetails enter(@PathVariable CaseNumber number, @RequestBody FigureBody body) {
		UserId by = this.answerers.require(this.ideas.get(number).owner());
		this.ideas.enter(number, body.month(), body.figure(), by);
		return get(number);
	}

	record IdeaBody(String what, String hypothesis, String measure, String hours, String figure, String unit,
			String better, String owner, String beganOn, String decideOn, String monthsBefore) {

		SaidIdea said() {
			return new SaidIdea(this.what, this.hypothesis,
					new SaidGauge(this.measure, this.hours, this.figure, this.unit, this.better), this.owner,
					this.beganOn, this.decideOn, this.monthsBefore);
		}

	}

	record FigureBody(String month, String figure) {
	}

}
