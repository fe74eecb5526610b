package dev.escala.pursuit.web;

import java.math.BigDecimal;
import java.net.URI;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.matter.Entitlement;
import dev.escala.matter.Matters;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.course.PursuitWork;
import dev.escala.pursuit.course.RegisterPursuit;
import dev.escala.pursuit.profile.Profile;
import dev.escala.pursuit.profile.TargetFigures;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ForbiddenException;
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

/** Prospects and opportunities over HTTP: registered, worked from stage to stage. */
@RestController
@RequestMapping(path = "/api/pursuits", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Ventas")
class PursuitController {

	private static final String PATH = "/api/pursuits";

	private final RegisterPursuit registering;

	private final PursuitWork work;

	private final PursuitView view;

	private final Matters matters;

	private final Entitlement entitlement;

	private final CurrentUser user;

	private final IdempotencyKeys idempotencyKeys;

	PursuitController(RegisterPursuit registering, PursuitWork work, PursuitView view, Matters matters,
			Entitlement entitlement, CurrentUser user, IdempotencyKeys idempotencyKeys) {
		this.registering = registering;
		this.work = work;
		this.view = view;
		this.matters = matters;
		this.entitlement = entitlement;
		this.user = user;
		this.idempotencyKeys = idempotencyKeys;
	}

	@Operation(summary = "Empieza a seguir a un prospecto",
			description = "party es su código o su nombre exacto; si no está en el registro, se crea. capture: de dónde "
					+ "viene. strategy: TOP_DOWN o BOTTOM_UP. Con la misma cabecera Idempotency-Key, la misma petición "
					+ "registra uno solo.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(path = "/prospects", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<PursuitDetails> prospect(@RequestBody PursuitBody body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		return begin(PursuitKind.PROSPECT, "/prospects", body, key);
	}

	@Operation(summary = "Registra una oportunidad",
			description = "party es el código o el nombre de un cliente o prospecto del registro; request, qué pide. Un "
					+ "prospecto convertido llega a oportunidad por sí solo. Con la misma cabecera Idempotency-Key, la "
					+ "misma petición registra una sola.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(path = "/opportunities", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<PursuitDetails> opportunity(@RequestBody PursuitBody body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		return begin(PursuitKind.OPPORTUNITY, "/opportunities", body, key);
	}

	private ResponseEntity<PursuitDetails> begin(PursuitKind kind, String path, PursuitBody body, String key) {
		if (!this.user.isIn(Role.reporters().toArray(Role[]::new)) && !this.user.isIn(Role.ADMINISTRATORS)) {
			throw new ForbiddenException("Su usuario no puede registrar prospectos ni oportunidades.");
		}
		CaseNumber number = new CaseNumber(this.idempotencyKeys.once(key, userId().value(), PATH + path,
				IdempotencyKeys.fingerprint(body), () -> this.registering.begin(kind, body.said(), userId()).value()));
		return ResponseEntity.created(URI.create(PATH + "/" + number)).body(this.view.details(number));
	}

	@Operation(summary = "Consulta un prospecto o una oportunidad: etapa, historia, llamadas y qué puede seguir")
	@GetMapping("/{number}")
	PursuitDetails get(@PathVariable CaseNumber number) {
		this.matters.requireSeen(number);
		return this.view.details(number);
	}

	@Operation(summary = "Pasa a la etapa siguiente, como al completar la tarea",
			description = "Los campos son los del formulario de la etapa: nextStage y lo que esa etapa pide (la consulta "
					+ "lo dice en nextStages). Quien no tiene la tarea la toma; si la tiene otra persona, se rechaza.")
	@PostMapping(path = "/{number}/moves", consumes = MediaType.APPLICATION_JSON_VALUE)
	PursuitDetails move(@PathVariable CaseNumber number, @RequestBody MoveBody body) {
		this.entitlement.requireWorker(number);
		this.work.move(number, userId(), body.form());
		return this.view.details(number);
	}

	@Operation(summary = "Anota una llamada o un mensaje sin cambiar de etapa",
			description = "callResult: ATTEMPT, CONVERSATION o APPOINTMENT; callChannel: PHONE, MAIL o NETWORKS; contactOn: el día acordado (dd/mm/aaaa), "
					+ "y si no lo hay, decide el protocolo de contacto.")
	@PostMapping(path = "/{number}/calls", consumes = MediaType.APPLICATION_JSON_VALUE)
	PursuitDetails call(@PathVariable CaseNumber number, @RequestBody CallBody body) {
		this.entitlement.requireWorker(number);
		this.work.call(number, userId(), body.callResult(), body.callChannel(), body.callMinutes(), body.callNote(),
				body.contactOn());
		return this.view.details(number);
	}

	@Operation(summary = "Completa el perfil y los deberes", description = "Lo que no se envía se queda como estaba.")
	@PostMapping(path = "/{number}/profile", consumes = MediaType.APPLICATION_JSON_VALUE)
	PursuitDetails profile(@PathVariable CaseNumber number, @RequestBody Profile body) {
		this.entitlement.requireWorker(number);
		this.work.profile(number, userId(), body);
		return this.view.details(number);
	}

	@Operation(summary = "Calcula ROI, TIR y recuperación con las cifras de la empresa",
			description = "investment: qué invierte una vez; yearlyGain: qué gana o ahorra cada año; years: cuántos años.")
	@PostMapping(path = "/{number}/figures", consumes = MediaType.APPLICATION_JSON_VALUE)
	FiguresAnswer figures(@PathVariable CaseNumber number, @RequestBody FiguresBody body) {
		this.entitlement.requireWorker(number);
		TargetFigures figures = new TargetFigures(body.investment(), body.yearlyGain(),
				(body.years() == null) ? 0 : body.years());
		this.work.figures(number, userId(), figures);
		return new FiguresAnswer(figures.roiPercent(), figures.irrPercent().orElse(null), figures.paybackMonths(),
				figures.told());
	}

	@Operation(summary = "Retoma el contacto antes de la fecha acordada")
	@PostMapping(path = "/{number}/resumption")
	PursuitDetails resume(@PathVariable CaseNumber number) {
		this.entitlement.requireWorker(number);
		this.work.resume(number, userId());
		return this.view.details(number);
	}

	private UserId userId() {
		return this.user.id().orElseThrow();
	}

	/** A call as a client sends it. */
	record CallBody(String callResult, String callChannel, Integer callMinutes, String callNote, String contactOn) {
	}

	/** What it costs and brings. */
	record FiguresBody(BigDecimal investment, BigDecimal yearlyGain, Integer years) {
	}

	/**
	 * What follows of it.
	 *
	 * @param irrPercent {@code null} beyond 1000 % a year
	 */
	record FiguresAnswer(BigDecimal roiPercent, BigDecimal irrPercent, int paybackMonths, String told) {
	}

}
