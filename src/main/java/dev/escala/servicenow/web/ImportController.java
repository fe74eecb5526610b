package dev.escala.servicenow.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.reference.UserId;
import dev.escala.servicenow.ImportRun;
import dev.escala.servicenow.ServiceNowImport;
import dev.escala.text.Shortening;
import dev.escala.validation.Fields;
import dev.escala.validation.ForbiddenException;
import dev.escala.validation.NotFoundException;
import dev.escala.web.CsvUpload;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of other systems over HTTP, and how far their import has come. */
@RestController
@RequestMapping(path = "/api/imports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Importaciones")
class ImportController {

	private static final String PATH = "/api/imports";

	private static final String DESCRIPTION = "Una fila por cada cambio de una incidencia, en orden; la última es su "
			+ "estado actual. Responde cuando termina; con la cabecera Prefer: respond-async, 202 enseguida, con la "
			+ "dirección en la que se sigue. Enviar otra vez el mismo fichero no crea nada dos veces.";

	private static final int FILE_NAME = 200;

	private final ServiceNowImport imports;

	private final CurrentUser user;

	ImportController(ServiceNowImport imports, CurrentUser user) {
		this.imports = imports;
		this.user = user;
	}

	@Operation(summary = "Importa la exportación CSV de ServiceNow enviada como contenido", description = DESCRIPTION)
	@PostMapping(path = "/servicenow", consumes = "text/csv")
	ResponseEntity<ImportRun> importBody(InputStream body,
			@RequestHeader(name = "Prefer", required = false) List<String> preferences) throws IOException {
		requireImporter();
		return run(CsvUpload.of(body), null, preferences);
	}

	@Operation(summary = "Importa un fichero CSV de ServiceNow; la parte se llama file", description = DESCRIPTION)
	@PostMapping(path = "/servicenow", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	ResponseEntity<ImportRun> importFile(@RequestPart("file") MultipartFile file,
			@RequestHeader(name = "Prefer", required = false) List<String> preferences) throws IOException {
		requireImporter();
		try (InputStream content = file.getInputStream()) {
			return run(CsvUpload.of(content), fileName(file.getOriginalFilename()), preferences);
		}
	}

	@Operation(summary = "Lista las importaciones, la más reciente primero",
			description = "page desde 0; size de 1 a 200 (50 si falta). Lo rechazado se consulta en cada una.")
	@GetMapping
	Page<ImportRun> list(@RequestParam(required = false) String page, @RequestParam(required = false) String size) {
		requireImporter();
		Fields fields = new Fields();
		PageRequest part = PageRequest.read(fields, page, size, null, List.of("id"), "-id");
		fields.done();
		return this.imports.page(part);
	}

	@Operation(summary = "Consulta una importación: por dónde va y qué resultó",
			description = "status: RUNNING en curso, DONE terminada, INTERRUPTED interrumpida (más de cinco minutos sin "
					+ "señales), FAILED fallida. En los dos últimos casos basta enviar el fichero otra vez.")
	@GetMapping("/{id}")
	ImportRun get(@PathVariable String id) {
		requireImporter();
		if (!id.matches("\\d{1,18}")) {
			throw new NotFoundException("No hay ninguna importación con ese número.");
		}
		return this.imports.get(Long.parseLong(id));
	}

	private ResponseEntity<ImportRun> run(CsvUpload upload, String fileName, List<String> preferences) {
		UserId userId = this.user.id().orElseThrow();
		if (!wantsNoWaiting(preferences)) {
			return ResponseEntity.ok(this.imports.run(upload, fileName, userId));
		}
		ImportRun run = this.imports.start(upload, fileName, userId);
		return ResponseEntity.accepted()
			.location(URI.create(PATH + "/" + run.id()))
			.header("Preference-Applied", "respond-async")
			.body(run);
	}

	private static boolean wantsNoWaiting(List<String> preferences) {
		return preferences != null && preferences.stream()
			.flatMap((header) -> Arrays.stream(header.split(",")))
			.anyMatch((preference) -> preference.strip().equalsIgnoreCase("respond-async"));
	}

	/** Without folders and what cannot be kept. */
	private static String fileName(String sent) {
		if (sent == null) {
			return null;
		}
		String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
			.replaceAll("[\\p{Cntrl}\\p{Cs}]", "")
			.strip();
		String kept = Shortening.beginning(name, FILE_NAME);
		return kept.isEmpty() ? null : kept;
	}

	private void requireImporter() {
		if (!this.user.isIn(Role.SUPERVISORS, Role.MANAGERS, Role.ADMINISTRATORS)) {
			throw new ForbiddenException("Solo la supervisión, la gerencia y la administración pueden importar.");
		}
	}

}
