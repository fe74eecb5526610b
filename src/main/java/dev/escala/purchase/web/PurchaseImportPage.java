package dev.escala.purchase.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Map;

import dev.escala.access.CurrentUser;
import dev.escala.purchase.LineProblem;
import dev.escala.purchase.PurchaseImport;
import dev.escala.purchase.PurchaseImport.Status;
import dev.escala.purchase.PurchaseImports;
import dev.escala.purchase.PurchaseMapping;
import dev.escala.purchase.PurchaseProperties;
import dev.escala.text.Shortening;
import dev.escala.text.SpreadsheetLines;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import dev.escala.web.StaffPage;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Files of purchases in the browser: sent, looked at, begun, and what came of them. */
@Controller
@RequestMapping("/compras/importar")
class PurchaseImportPage extends StaffPage {

	private static final String PATH = "/compras/importar";

	private static final int SHOWN = 200;

	private static final int FILE_NAME = 200;

	private final PurchaseImports imports;

	private final PurchaseProperties properties;

	private final CurrentUser user;

	PurchaseImportPage(PurchaseImports imports, PurchaseProperties properties, CurrentUser user,
			@Value("${escala.zone}") ZoneId zone) {
		super("purchases", "No puede importar compras", zone);
		this.imports = imports;
		this.properties = properties;
		this.user = user;
	}

	@GetMapping
	String list(Model model) {
		return list(Map.of(), model);
	}

	@PostMapping
	String send(@RequestParam(required = false) MultipartFile file, Model model, HttpServletResponse response)
			throws IOException {
		try {
			if (file == null || file.getOriginalFilename() == null || file.getOriginalFilename().isBlank()) {
				throw new InvalidInputException("file", "Elija el archivo.");
			}
			try (InputStream content = file.getInputStream()) {
				long id = this.imports.keep(content, fileName(file.getOriginalFilename()),
						this.user.id().orElseThrow());
				return "redirect:" + PATH + "/" + id;
			}
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return list(problems(ex), model);
		}
	}

	@GetMapping("/{id}")
	String show(@PathVariable String id, Model model) {
		return show(get(id), null, Map.of(), model);
	}

	@PostMapping("/{id}")
	String choose(@PathVariable String id, @RequestParam Map<String, String> sent, Model model,
			HttpServletResponse response) {
		PurchaseImport one = get(id);
		PurchaseMapping mapping = one.mapping();
		try {
			if (one.status() == Status.PREVIEW) {
				mapping = MappingForm.read(sent);
				this.imports.choose(one.id(), mapping);
			}
			if (sent.containsKey("begin")) {
				this.imports.begin(one.id(), mapping, this.user.id().orElseThrow());
			}
			return "redirect:" + PATH + "/" + one.id();
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return show(one, mapping, problems(ex), model);
		}
	}

	/** All lines that do not count, for a spreadsheet. */
	@GetMapping("/{id}/problemas.csv")
	void export(@PathVariable String id, HttpServletResponse response) throws IOException {
		PurchaseImport one = get(id);
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader("Content-Disposition", "attachment; filename=\"compras-" + one.id() + "-problemas.csv\"");
		try (SpreadsheetLines table = new SpreadsheetLines(response.getOutputStream())) {
			table.line("Línea", "Documento", "Cliente", "Qué ha pasado", "Por qué");
			this.imports.eachProblem(one.id(), (problem) -> write(table, problem));
		}
	}

	private static void write(SpreadsheetLines table, LineProblem problem) {
		try {
			table.line(String.valueOf(problem.line()), text(problem.document()), text(problem.customer()),
					problem.apart() ? "Aparte" : "Rechazada", text(problem.reason()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(String text) {
		return (text == null) ? "" : text;
	}

	private String list(Map<String, String> problems, Model model) {
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("problems", problems);
		model.addAttribute("imports", this.imports.latest());
		return "purchases/list";
	}

	private String show(PurchaseImport one, PurchaseMapping typed, Map<String, String> problems, Model model) {
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("one", one);
		model.addAttribute("problems", problems);
		if (one.status() == Status.PREVIEW) {
			model.addAttribute("mapping", (typed == null) ? one.mapping() : typed);
			model.addAttribute("parts", PurchaseMapping.Part.values());
			model.addAttribute("varieties", PurchaseMapping.Variety.values());
			model.addAttribute("amounts", PurchaseMapping.Amount.values());
			model.addAttribute("decimals", PurchaseMapping.Decimals.values());
			model.addAttribute("dates", PurchaseMapping.Dates.values());
			model.addAttribute("currencies", this.properties.currencies());
			model.addAttribute("preview", this.imports.preview(one));
			return "purchases/preview";
		}
		model.addAttribute("lines", this.imports.problems(one.id(), SHOWN));
		return "purchases/import";
	}

	private PurchaseImport get(String id) {
		if (!id.matches("\\d{1,18}")) {
			throw new NotFoundException("No hay ninguna importación con ese número.");
		}
		return this.imports.get(Long.parseLong(id));
	}

	/** Without folders and what cannot be kept. */
	private static String fileName(String sent) {
		String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
			.replaceAll("[\\p{Cntrl}\\p{Cs}]", "")
			.strip();
		return Shortening.beginning(name, FILE_NAME);
	}

}
