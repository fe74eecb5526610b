package dev.escala.complaint.attention.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.complaint.attention.AskAttention;
import dev.escala.complaint.attention.AttentionKind;
import dev.escala.complaint.attention.AttentionRequest;
import dev.escala.complaint.attention.CallImport;
import dev.escala.matter.Entitlement;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ForbiddenException;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.CsvUpload;
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
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Who asked for a human or a supervisor, over HTTP. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reclamaciones")
class AttentionController {

	private final AskAttention requests;

	private final CallImport imports;

	private final Matters matters;

	private final Entitlement entitlement;

	private final CurrentUser user;

	private final IdempotencyKeys idempotencyKeys;

	AttentionController(AskAttention requests, CallImport imports, Matters matters, Entitlement entitlement,
			CurrentUser user, IdempotencyKeys idempotencyKeys) {
		this.requests = requests;
		this.imports = imports;
		this.matters = matters;
		this.entitlement = entitlement;
		this.user = user;
		this.idempotencyKeys = idempotencyKeys;
	}

	@Operation(summary = "Cuándo pidió el cliente hablar con alguien, y cuándo se le atendió")
	@GetMapping("/complaints/{number}/attention")
	List<AttentionRequest> list(@PathVariable CaseNumber number) {
		this.matters.requireSeen(number);
		return this.requests.of(number);
	}

	@Operation(summary = "El cliente pide hablar con alguien",
			description = "kind: human o supervisor. waitedSeconds: cuánto esperó hasta que se le atendió; vacío si pidió un "
					+ "supervisor y no había ninguno: entonces supervisión le devuelve la llamada en el mismo día hábil, a "
					+ "phone o al teléfono de su ficha. La misma llamada (callId) cuenta una vez, y con la misma cabecera "
					+ "Idempotency-Key, la misma petición se anota una sola vez.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(path = "/complaints/{number}/attention/{kind}", consumes = MediaType.APPLICATION_JSON_VALUE)
	List<AttentionRequest> ask(@PathVariable CaseNumber number, @PathVariable String kind,
			@RequestBody AskAttention.Input body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		this.entitlement.requireWorker(number);
		AttentionKind asked = kind(kind);
		this.idempotencyKeys.once(key, userId().value(), "/api/complaints/" + number + "/attention/" + kind,
				IdempotencyKeys.fingerprint(body),
				() -> String.valueOf(this.requests.ask(number, asked, userId(), body).id()));
		return this.requests.of(number);
	}

	@Operation(
			summary = "Importa llamadas en las que se pidió hablar con una persona, de un CSV enviado como contenido",
			description = "Columnas: call (cómo llama la centralita a la llamada), asked y attended (vacía si nadie la atendió). Las horas, como "
					+ "2026-12-28T10:15:30, en la zona de la organización, o con su desfase. Cada llamada cuenta una vez; "
					+ "cada fila errónea se explica y no impide las demás.")
	@PostMapping(path = "/calls/import", consumes = "text/csv")
	CallImport.Report importBody(InputStream body) throws IOException {
		requireImporter();
		try (CsvUpload upload = CsvUpload.of(body)) {
			return this.imports.run(upload, userId());
		}
	}

	@Operation(summary = "Importa llamadas de un fichero CSV", description = "La parte se llama file.")
	@PostMapping(path = "/calls/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	CallImport.Report importFile(@RequestPart("file") MultipartFile file) throws IOException {
		requireImporter();
		try (InputStream content = file.getInputStream(); CsvUpload upload = CsvUpload.of(content)) {
			return this.imports.run(upload, userId());
		}
	}

	private static AttentionKind kind(String text) {
		return Arrays.stream(AttentionKind.values())
			.filter((one) -> one.name().equals(text.toUpperCase(Locale.ROOT)))
			.findFirst()
			.orElseThrow(() -> new InvalidInputException("kind",
					"Se puede pedir «human», una persona, o «supervisor», no «" + text + "»."));
	}

	private void requireImporter() {
		if (!this.user.isIn(Role.SUPERVISORS, Role.MANAGERS, Role.ADMINISTRATORS)) {
			throw new ForbiddenException(
					"Solo Supervisión, la gerencia y la administración importan los datos de las llamadas.");
		}
	}

	private UserId userId() {
		return this.user.id().orElseThrow();
	}

}
