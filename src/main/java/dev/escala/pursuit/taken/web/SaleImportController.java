package dev.escala.pursuit.taken.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;

import dev.escala.pursuit.taken.Choices;
import dev.escala.pursuit.taken.ImportNote;
import dev.escala.pursuit.taken.SaleImport;
import dev.escala.pursuit.taken.SaleImports;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;
import dev.escala.validation.NotFoundException;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Exports of other systems over HTTP: sent, looked at, confirmed, followed. */
@RestController
@RequestMapping(path = "/api/pursuit-imports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Ventas")
class SaleImportController {

	private static final String PATH = "/api/pursuit-imports";

	private static final String DESCRIPTION = "De HubSpot, Salesforce, Pipedrive, Zoho, Odoo, EspoCRM, SuiteCRM, Frappe, "
			+ "Twenty, Dynamics 365, Bitrix24 u otro sistema, en español o en inglés. Todavía no se toma nada: preview dice "
			+ "qué es cada columna, qué hay que elegir (questions) y qué pasaría con las filas (expected).";

	private static final int LATEST = 50;

	private final SaleImports imports;

	private final SaleImporters importers;

	SaleImportController(SaleImports imports, SaleImporters importers) {
		this.imports = imports;
		this.importers = importers;
	}

	@Operation(summary = "Envía un CSV de prospectos u oportunidades como contenido", description = DESCRIPTION)
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(consumes = "text/csv")
	ResponseEntity<SaleImport> body(InputStream body) throws IOException {
		return created(this.imports.upload(body, SaleImporters.fileName("api.csv"), this.importers.require()));
	}

	@Operation(summary = "Envía un fichero CSV o XLSX de prospectos u oportunidades; la parte se llama file",
			description = DESCRIPTION)
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	ResponseEntity<SaleImport> file(@RequestPart("file") MultipartFile file) throws IOException {
		UserId by = this.importers.require();
		try (InputStream content = file.getInputStream()) {
			return created(this.imports.upload(content, SaleImporters.fileName(file.getOriginalFilename()), by));
		}
	}

	private static ResponseEntity<SaleImport> created(SaleImport run) {
		return ResponseEntity.created(URI.create(PATH + "/" + run.id())).body(run);
	}

	@Operation(summary = "Lista las últimas 50 importaciones, la más reciente primero")
	@GetMapping
	List<SaleImport> list() {
		this.importers.require();
		return this.imports.latest(LATEST);
	}

	@Operation(summary = "Consulta una importación: qué es, por dónde va y qué resultó",
			description = "status: UPLOADED por confirmar, RUNNING en curso, DONE terminada, FAILED detenida. counts cuenta "
					+ "cada fila una vez.")
	@GetMapping("/{id}")
	SaleImport get(@PathVariable String id) {
		this.importers.require();
		return this.imports.get(known(id));
	}

	@Operation(summary = "Elige cómo se lee lo que el fichero no dice, y vuelve a decir qué pasaría",
			description = "amounts: POINT o COMMA, el signo de los decimales. dates: DAY_FIRST o MONTH_FIRST. zone: la de las "
					+ "horas sin zona. currency: la de los importes que no la dicen. capture: de dónde vienen los que no lo "
					+ "dicen. incomplete: REFUSE o BEGIN, con las que terminaron sin lo que aquí hace falta. Lo que no se "
					+ "envía se queda como estaba.")
	@PostMapping(path = "/{id}/choices", consumes = MediaType.APPLICATION_JSON_VALUE)
	SaleImport choose(@PathVariable String id, @RequestBody Choices.Said body) {
		this.importers.require();
		return this.imports.choose(known(id), body);
	}

	@Operation(summary = "Confirma la importación, que sigue en segundo plano",
			description = "Confirmarla otra vez no cambia nada: cada fila se toma una vez.")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@PostMapping("/{id}/confirmation")
	SaleImport confirm(@PathVariable String id) {
		this.importers.require();
		return this.imports.confirm(known(id));
	}

	@Operation(
			summary = "Las filas que no se tomaron, que ya estaban o que se tomaron en parte, con su línea y su motivo",
			description = "page desde 0; size de 1 a 200 (50 si falta).")
	@GetMapping("/{id}/problems")
	Page<ImportNote> problems(@PathVariable String id, @RequestParam(required = false) String page,
			@RequestParam(required = false) String size) {
		this.importers.require();
		Fields fields = new Fields();
		PageRequest part = PageRequest.read(fields, page, size, null, List.of("line"), "line");
		fields.done();
		SaleImport run = this.imports.get(known(id));
		return new Page<>(this.imports.notes(run.id(), part.offset(), part.size()), part.page(), part.size(),
				this.imports.notes(run.id()));
	}

	static long known(String id) {
		if (!id.matches("\\d{1,18}")) {
			throw new NotFoundException("No hay ninguna importación con ese número.");
		}
		return Long.parseLong(id);
	}

}
