package dev.escala.complaint.outage.web;

import java.net.URI;
import java.util.List;

import dev.escala.complaint.outage.Outage;
import dev.escala.complaint.outage.OutageComplaint;
import dev.escala.complaint.outage.OutageText;
import dev.escala.complaint.outage.Outages;
import dev.escala.complaint.outage.SaveOutage;
import dev.escala.complaint.outage.TellOutage;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.web.IdempotencyKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Mass faults, over HTTP. */
@RestController
@RequestMapping(path = "/api/outages", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Averías")
class OutageController {

	private static final String PATH = "/api/outages";

	private final Outages outages;

	private final TellOutage telling;

	private final OutageEditors editors;

	private final IdempotencyKeys idempotencyKeys;

	OutageController(Outages outages, TellOutage telling, OutageEditors editors, IdempotencyKeys idempotencyKeys) {
		this.outages = outages;
		this.telling = telling;
		this.editors = editors;
		this.idempotencyKeys = idempotencyKeys;
	}

	@Operation(summary = "Las averías que afectan a muchos clientes, primero las que siguen")
	@GetMapping
	List<Outage> list() {
		return this.outages.list();
	}

	@Operation(summary = "Una avería, con sus reclamaciones, las que podrían serlo y lo que se dijo a los clientes")
	@GetMapping("/{id}")
	Details get(@PathVariable long id) {
		return new Details(this.outages.get(id), this.outages.complaints(id), this.outages.candidates(id),
				this.outages.texts(id));
	}

	@Operation(summary = "Anota una avería",
			description = "service: qué falla; area: dónde; region: código de la comunidad, o vacío si es en todas; product: "
					+ "BILLING, PLATFORM, NETWORK, DEVICE u OTHER, o vacío si no es uno solo; since: "
					+ "desde cuándo, o vacío, ahora; cause y restoration (cuándo se espera que vuelva), cuando se sepan. Las "
					+ "horas, como 2026-12-28T10:15, en la zona de la organización. Con la misma cabecera "
					+ "Idempotency-Key, la misma petición la anota una sola vez.")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Details> register(@RequestBody SaveOutage body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		UserId by = this.editors.require();
		long id = Long.parseLong(this.idempotencyKeys.once(key, by.value(), PATH, IdempotencyKeys.fingerprint(body),
				() -> String.valueOf(this.outages.register(body, by).id())));
		return ResponseEntity.created(URI.create(PATH + "/" + id)).body(get(id));
	}

	@Operation(summary = "Cambia lo que se sabe de una avería",
			description = "version: la que se leyó; si alguien la cambió después, 409.")
	@PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
	Details change(@PathVariable long id, @RequestBody ChangeBody body) {
		this.editors.require();
		this.outages.change(id, body.version(), body.outage());
		return get(id);
	}

	@Operation(summary = "La avería terminó: el servicio vuelve a funcionar")
	@PostMapping(path = "/{id}/end", consumes = MediaType.APPLICATION_JSON_VALUE)
	Details end(@PathVariable long id, @RequestBody EndBody body) {
		this.editors.require();
		this.outages.end(id, body.version());
		return get(id);
	}

	@Operation(summary = "Une reclamaciones a la avería",
			description = "numbers: reclamaciones abiertas sobre un corte. Si ya se dijo algo a los clientes, a estas se les "
					+ "dice enseguida lo último.")
	@PostMapping(path = "/{id}/complaints", consumes = MediaType.APPLICATION_JSON_VALUE)
	Details join(@PathVariable long id, @RequestBody JoinBody body) {
		UserId by = this.editors.require();
		this.outages.join(id, (body.numbers() == null) ? List.of() : body.numbers(), by);
		return get(id);
	}

	@Operation(summary = "Dice lo mismo a todos los clientes de la avería, a cada uno por su vía y una sola vez",
			description = "Hacen falta la causa y cuándo se espera que vuelva. Quien quiere la respuesta en papel o no tiene "
					+ "correo recibe una llamada. El mismo texto otra vez llega solo a quien aún no lo tiene.")
	@PostMapping(path = "/{id}/texts", consumes = MediaType.APPLICATION_JSON_VALUE)
	Details send(@PathVariable long id, @RequestBody TextBody body) {
		UserId by = this.editors.require();
		this.telling.send(id, by, body.text());
		return get(id);
	}

	/** What is known now, and the version that somebody looked at. */
	record ChangeBody(int version, String service, String area, String region, String product, String since,
			String cause, String restoration) {

		SaveOutage outage() {
			return new SaveOutage(this.service, this.area, this.region, this.product, this.since, this.cause,
					this.restoration);
		}

	}

	/** The version that somebody looked at. */
	record EndBody(int version) {
	}

	/** Which complaints. */
	record JoinBody(List<CaseNumber> numbers) {
	}

	/** What is said. */
	record TextBody(String text) {
	}

	/**
	 * A fault.
	 *
	 * @param outage what is known of it
	 * @param complaints its complaints
	 * @param candidates complaints that may belong to it
	 * @param texts what its customers were told, the latest first
	 */
	record Details(Outage outage, List<OutageComplaint> complaints, List<OutageComplaint> candidates,
			List<OutageText> texts) {
	}

}
