package dev.escala.decisionlog.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.escala.access.CurrentUser;
import dev.escala.decisionlog.NewRuling;
import dev.escala.decisionlog.Ruling;
import dev.escala.decisionlog.RulingDesk;
import dev.escala.decisionlog.RulingFilter;
import dev.escala.decisionlog.RulingReaders;
import dev.escala.decisionlog.RulingSearch;
import dev.escala.decisionlog.Rulings;
import dev.escala.policy.Situation;
import dev.escala.policy.Topic;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;
import dev.escala.web.IdempotencyKeys;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.beans.factory.annotation.Value;
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

/** The register of decisions, for staff. */
@RestController
@RequestMapping(path = "/api/decisions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Registro de decisiones")
class RulingController {

	private static final String PATH = "/api/decisions";

	private static final int MOST_SIMILAR = 5;

	private static final int LONGEST_QUESTION = 20_000;

	private final Rulings rulings;

	private final RulingSearch search;

	private final RulingDesk desk;

	private final CurrentUser user;

	private final IdempotencyKeys idempotencyKeys;

	private final Clock clock;

	private final ZoneId zone;

	private final RulingReaders readers;

	RulingController(Rulings rulings, RulingSearch search, RulingReaders readers, RulingDesk desk, CurrentUser user,
			IdempotencyKeys idempotencyKeys, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.rulings = rulings;
		this.search = search;
		this.readers = readers;
		this.desk = desk;
		this.user = user;
		this.idempotencyKeys = idempotencyKeys;
		this.clock = clock;
		this.zone = zone;
	}

	@Operation(summary = "Busca decisiones: con sus palabras, con o sin acentos, en plural o con sinónimos",
			description = "text: lo que se busca, hasta 200 caracteres; primero las que tienen todas las palabras. "
					+ "topic: SALES_SCOPE, PRICE, TECHNICAL, LEGAL u OTHER. standing: true para las decisiones "
					+ "permanentes. inForce: true para las vigentes, false para las que ya no lo están. sort: relevance, "
					+ "decidedAt o subject, con un signo menos delante para el orden inverso; sin él, -relevance si "
					+ "hay texto y -decidedAt si no.")
	@GetMapping
	Page<RulingView> list(@RequestParam(required = false) String text, @RequestParam(required = false) String topic,
			@RequestParam(required = false) String standing, @RequestParam(required = false) String inForce,
			@RequestParam(required = false) String page, @RequestParam(required = false) String size,
			@RequestParam(required = false) String sort) {
		Fields fields = new Fields();
		String words = fields.optionalLine("text", "el texto que se busca", text, RulingSearch.LONGEST_TEXT);
		PageRequest part = PageRequest.read(fields, page, size, sort, RulingSearch.SORTABLE,
				(words == null) ? "-decidedAt" : "-relevance");
		RulingFilter filter = new RulingFilter(words, topic(fields, topic), flag(fields, "standing", standing),
				flag(fields, "inForce", inForce));
		fields.done();
		Page<Ruling> found = this.search.search(filter, part);
		Instant now = this.clock.instant();
		return new Page<>(this.readers.shown(found.items()).stream().map((one) -> RulingView.of(one, now)).toList(),
				found.page(), found.size(), found.total());
	}

	@Operation(summary = "Muestra una decisión con su razonamiento y si sigue vigente")
	@GetMapping("/{number}")
	RulingView get(@PathVariable RulingNumber number) {
		return view(this.rulings.get(number));
	}

	@Operation(summary = "Decisiones que se parecen a una pregunta, hasta cinco, primero la más parecida",
			description = "text: la pregunta tal como se escribe, hasta 20.000 caracteres; topic y situations (separadas "
					+ "por comas) acercan las que tratan de lo mismo. words dice qué palabras tienen en común.")
	@GetMapping("/similar")
	List<SimilarView> similar(@RequestParam(required = false) String text, @RequestParam(required = false) String topic,
			@RequestParam(required = false) String situations) {
		Fields fields = new Fields();
		String question = fields.required("text", "el texto de la pregunta", text, LONGEST_QUESTION);
		Topic about = topic(fields, topic);
		Set<Situation> known = EnumSet.noneOf(Situation.class);
		for (String name : (situations == null || situations.isBlank()) ? new String[0] : situations.split(",")) {
			Situation situation = fields.oneOf("situations", "la situación", name, Situation.class, null);
			if (situation != null) {
				known.add(situation);
			}
		}
		fields.done();
		return this.search.similar(question, about, known, MOST_SIMILAR)
			.stream()
			.map((one) -> new SimilarView(view(one.ruling()), one.words()))
			.toList();
	}

	@Operation(summary = "Anota una decisión que ya se tomó, para que se encuentre",
			description = "Para Gerencia y Dirección. outcome: GRANTED, CONDITIONAL (con conditions), REFUSED o "
					+ "ANSWERED. standing: true si es una decisión permanente para sus situations. validUntil: el "
					+ "último día en que vale, como 2026-12-31. supersedes: el número de la decisión a la que "
					+ "sustituye. Con la misma cabecera Idempotency-Key, la misma petición se hace una sola vez.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<RulingView> enter(@RequestBody RulingBody body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		String group = this.desk.enteringGroup();
		UserId userId = this.user.id().orElseThrow();
		NewRuling ruling = body.toRuling(this.zone, userId, group);
		RulingNumber number = new RulingNumber(this.idempotencyKeys.once(key, userId.value(), PATH,
				IdempotencyKeys.fingerprint(body), () -> this.desk.enter(ruling).number().value()));
		return ResponseEntity.created(URI.create(PATH + "/" + number)).body(get(number));
	}

	@Operation(summary = "Revoca una decisión vigente, con su motivo",
			description = "Para quien la tomó, Gerencia, Dirección y Administración. Se conserva para leerla.")
	@PostMapping(path = "/{number}/revocation", consumes = MediaType.APPLICATION_JSON_VALUE)
	RulingView revoke(@PathVariable RulingNumber number, @RequestBody RevocationBody body) {
		this.desk.revoke(number, body.reason());
		return get(number);
	}

	private RulingView view(Ruling ruling) {
		return RulingView.of(this.readers.shown(ruling), this.clock.instant());
	}

	private static Topic topic(Fields fields, String name) {
		return fields.optionalOneOf("topic", "el tema", name, Topic.class);
	}

	private static Boolean flag(Fields fields, String field, String value) {
		if (value == null || value.isBlank()) {
			return null;
		}
		if (!value.equals("true") && !value.equals("false")) {
			fields.refuse(field, "Escriba true o false.");
		}
		return value.equals("true");
	}

	record RevocationBody(String reason) {
	}

	/** A similar decision as the API shows it. */
	record SimilarView(RulingView decision, List<String> words) {
	}

}
