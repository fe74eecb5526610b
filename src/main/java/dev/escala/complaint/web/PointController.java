package dev.escala.complaint.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import dev.escala.access.CurrentUser;
import dev.escala.complaint.answer.ComplaintPoint;
import dev.escala.complaint.answer.ComplaintPoints;
import dev.escala.complaint.answer.PointDecision;
import dev.escala.complaint.answer.PointRuling;
import dev.escala.matter.Entitlement;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.IdempotencyKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The points of a complaint, over HTTP (003-10; Ley 10/2025, art. 13.1). */
@RestController
@RequestMapping(path = "/api/complaints/{number}/points", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reclamaciones")
class PointController {

	private final PointSheet sheets;

	private final ComplaintPoints points;

	private final Entitlement entitlement;

	private final CurrentUser user;

	private final IdempotencyKeys idempotencyKeys;

	PointController(PointSheet sheets, ComplaintPoints points, Entitlement entitlement, CurrentUser user,
			IdempotencyKeys idempotencyKeys) {
		this.sheets = sheets;
		this.points = points;
		this.entitlement = entitlement;
		this.user = user;
		this.idempotencyKeys = idempotencyKeys;
	}

	@Operation(summary = "Los puntos de una reclamación, qué se decidió de cada uno y cómo quedaría la resolución",
			description = "ruling: GRANTED, PARTLY o REFUSED; null mientras el punto está abierto. before: qué se respondió antes "
					+ "de investigar de nuevo. settled: la resolución está escrita y los puntos quedan como dice. letter: "
					+ "la carta con los puntos decididos hasta ahora; remarks: qué conviene mirar antes de enviarla.")
	@GetMapping
	SheetView list(@PathVariable CaseNumber number) {
		return SheetView.of(this.sheets.of(number));
	}

	@Operation(summary = "Anota un punto de la reclamación",
			description = "words: lo que reclama el cliente, con sus palabras. Con la misma cabecera Idempotency-Key, la misma "
					+ "petición anota uno solo.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	SheetView add(@PathVariable CaseNumber number, @RequestBody NewPoint body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		this.entitlement.requireWorker(number);
		this.idempotencyKeys.once(key, userId().value(), "/api/complaints/" + number + "/points",
				IdempotencyKeys.fingerprint(body),
				() -> String.valueOf(this.points.add(number, userId(), body.words())));
		return list(number);
	}

	@Operation(summary = "Decide un punto, corrige sus palabras o lo quita",
			description = "Una de las tres cosas. Para decidir: ruling (GRANTED, PARTLY o REFUSED), reason (lo que leerá el "
					+ "cliente) y, si no se acepta entero, norm. Para corregir: words; lo decidido se decide de nuevo. Para "
					+ "quitar un punto sin decidir: remove, true. version: la que se leyó; si alguien lo cambió después, "
					+ "409, que dice quién y qué.")
	@PostMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
	SheetView change(@PathVariable CaseNumber number, @PathVariable long id, @RequestBody Change body) {
		this.entitlement.requireWorker(number);
		body.requireOne();
		if (body.removes()) {
			this.points.remove(number, userId(), id, body.version());
		}
		else if (body.words() != null) {
			this.points.edit(number, userId(), id, body.version(), body.words());
		}
		else {
			this.points.rule(number, userId(), id, body.version(), body.decision());
		}
		return list(number);
	}

	private UserId userId() {
		return this.user.id().orElseThrow();
	}

	/** A point that somebody notes. */
	record NewPoint(String words) {
	}

	/**
	 * What becomes of a point; one of the three.
	 *
	 * @param version the version that was seen
	 * @param ruling with {@code reason} and {@code norm}: what is decided
	 * @param words other words
	 * @param remove whether it goes away
	 */
	record Change(Integer version, String ruling, String reason, String norm, String words, Boolean remove) {

		void requireOne() {
			Fields fields = new Fields();
			if (this.version == null) {
				fields.refuse("version", "Diga en version qué versión del punto ha leído.");
			}
			if (Stream.of(removes(), this.words != null, this.ruling != null).filter((one) -> one).count() != 1) {
				fields.refuse("ruling",
						"Mande una sola cosa: ruling para decidir el punto, words para corregirlo o remove para quitarlo.");
			}
			fields.done();
		}

		boolean removes() {
			return Boolean.TRUE.equals(this.remove);
		}

		PointDecision decision() {
			return Stream.of(PointRuling.values())
				.filter((one) -> one.name().equals(this.ruling))
				.findFirst()
				.map((one) -> new PointDecision(one, this.reason, this.norm))
				.orElseThrow(() -> new InvalidInputException("ruling", "ruling es GRANTED, PARTLY o REFUSED."));
		}

	}

	/**
	 * The points as they stand.
	 *
	 * @param open as many of them nobody has decided
	 * @param settled whether the decision is written
	 * @param editable whether whoever asks may change something
	 * @param points in their order
	 * @param letter how the decision would read now; empty while no point is decided
	 * @param remarks what its author should look at before
	 */
	record SheetView(long open, boolean settled, boolean editable, List<PointView> points, String letter,
			List<String> remarks) {

		static SheetView of(PointSheet.Sheet sheet) {
			return new SheetView(sheet.open(), sheet.settled(), sheet.editable(),
					sheet.lines().stream().map(PointSheet.Line::point).map(PointView::of).toList(),
					sheet.letter().text(), sheet.letter().remarks());
		}

	}

	/** One point; {@code before} is what was answered in the earlier round. */
	record PointView(long id, int position, String words, PointRuling ruling, String reason, String norm,
			UserId decidedBy, Instant decidedAt, UserId changedBy, int version, PointDecision before) {

		static PointView of(ComplaintPoint point) {
			return new PointView(point.id(), point.position(), point.words(), point.ruling(), point.reason(),
					point.norm(), point.decidedBy(), point.decidedAt(), point.changedBy(), point.version(),
					point.before());
		}

	}

}
