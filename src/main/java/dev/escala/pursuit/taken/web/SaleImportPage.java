package dev.escala.pursuit.taken.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Map;

import dev.escala.pursuit.Capture;
import dev.escala.pursuit.taken.Choices;
import dev.escala.pursuit.taken.ImportNote;
import dev.escala.pursuit.taken.SaleImport;
import dev.escala.pursuit.taken.SaleImports;
import dev.escala.reference.UserId;
import dev.escala.staffing.PersonNames;
import dev.escala.text.SpreadsheetLines;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.StaffPage;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Exports of other systems in the browser: sent, looked at, confirmed, followed. */
@Controller
@RequestMapping("/ventas/importar")
class SaleImportPage extends StaffPage {

	private static final int RUNS = 20;

	private static final int NOTES = 100;

	private static final String HOME = "redirect:/ventas/importar/";

	private final SaleImports imports;

	private final SaleImporters importers;

	private final PersonNames people;

	SaleImportPage(SaleImports imports, SaleImporters importers, PersonNames people,
			@Value("${escala.zone}") ZoneId zone) {
		super("imports", "No puede importar prospectos ni oportunidades", zone);
		this.imports = imports;
		this.importers = importers;
		this.people = people;
	}

	@GetMapping
	String ask(Model model) {
		this.importers.require();
		return list(Map.of(), model);
	}

	@PostMapping
	String send(@RequestParam(required = false) MultipartFile file, Model model, HttpServletResponse response)
			throws IOException {
		UserId by = this.importers.require();
		try {
			if (file == null || file.isEmpty()) {
				throw new InvalidInputException("file", "Elija un fichero que no esté vacío: .csv o .xlsx.");
			}
			try (InputStream content = file.getInputStream()) {
				SaleImport run = this.imports.upload(content, SaleImporters.fileName(file.getOriginalFilename()), by);
				return HOME + run.id();
			}
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return list(problems(ex), model);
		}
	}

	private String list(Map<String, String> problems, Model model) {
		model.addAttribute("runs", this.imports.latest(RUNS));
		model.addAttribute("problems", problems);
		model.addAttribute("people", this.people);
		model.addAttribute("sheet", "page/admin");
		return "imports/list";
	}

	@GetMapping("/{id}")
	String show(@PathVariable String id, @RequestParam(name = "pagina", defaultValue = "1") String page, Model model) {
		this.importers.require();
		return show(this.imports.get(SaleImportController.known(id)), number(page), Map.of(), model);
	}

	private String show(SaleImport run, int page, Map<String, String> problems, Model model) {
		long notes = this.imports.notes(run.id());
		model.addAttribute("run", run);
		model.addAttribute("by", this.people.name(run.startedBy()));
		model.addAttribute("notes", this.imports.notes(run.id(), (page - 1L) * NOTES, NOTES));
		model.addAttribute("noted", notes);
		model.addAttribute("before", (page > 1) ? page - 1 : null);
		model.addAttribute("after", (page * (long) NOTES < notes) ? page + 1 : null);
		model.addAttribute("captures", Capture.values());
		model.addAttribute("incompletes", Choices.Incomplete.values());
		model.addAttribute("problems", problems);
		model.addAttribute("sheet", "page/admin");
		return (run.status() == SaleImport.Status.UPLOADED) ? "imports/preview" : "imports/result";
	}

	@PostMapping("/{id}/opciones")
	String choose(@PathVariable String id, @RequestParam Map<String, String> sent, Model model,
			HttpServletResponse response) {
		this.importers.require();
		SaleImport run = this.imports.get(SaleImportController.known(id));
		try {
			this.imports.choose(run.id(), new Choices.Said(sent.get("amounts"), sent.get("dates"), sent.get("zone"),
					sent.get("currency"), sent.get("capture"), sent.get("incomplete")));
			return HOME + run.id();
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return show(run, 1, problems(ex), model);
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return show(this.imports.get(run.id()), 1, Map.of("form", ex.getMessage()), model);
		}
	}

	@PostMapping("/{id}/confirmar")
	String confirm(@PathVariable String id, Model model, HttpServletResponse response) {
		this.importers.require();
		SaleImport run = this.imports.get(SaleImportController.known(id));
		try {
			this.imports.confirm(run.id());
			return HOME + run.id();
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return show(run, 1, problems(ex), model);
		}
	}

	/** What was not taken as it stood, written while it is read. */
	@GetMapping("/{id}/problemas.csv")
	void export(@PathVariable String id, HttpServletResponse response) throws IOException {
		this.importers.require();
		SaleImport run = this.imports.get(SaleImportController.known(id));
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				"attachment; filename=\"importacion-" + run.id() + "-problemas.csv\"");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		try (SpreadsheetLines file = new SpreadsheetLines(response.getOutputStream())) {
			file.line("Línea", "Qué pasó", "Empresa o persona", "Motivo", "Número");
			this.imports.eachNote(run.id(), (note) -> write(file, note));
		}
	}

	private static void write(SpreadsheetLines file, ImportNote note) {
		try {
			file.line(note.lineText(), note.kind().label(), (note.who() == null) ? "" : note.who(), note.reason(),
					(note.number() == null) ? "" : note.number().value());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
