package dev.escala.modelgate.replay.web;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.replay.CaseReplays;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import dev.escala.web.StaffPage;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Process owners try edited tables on one whole case. Keeps nothing. */
@Controller
@RequestMapping("/modelos/repeticion/caso")
class CaseReplayPage extends StaffPage {

	private final CaseReplays replays;

	CaseReplayPage(CaseReplays replays, @Value("${escala.zone}") ZoneId zone) {
		super("replay", "No puede repetir decisiones", zone);
		this.replays = replays;
	}

	@GetMapping
	String form(Model model) {
		return form("", Map.of(), model);
	}

	@PostMapping
	String replay(@RequestParam(required = false) List<MultipartFile> files,
			@RequestParam(defaultValue = "") String number, Model model, HttpServletResponse response)
			throws IOException {
		String wanted = number.strip().toUpperCase(Locale.ROOT);
		Map<String, String> problems = new HashMap<>();
		try {
			model.addAttribute("replay", this.replays.replay(new CaseNumber(wanted), files(files)));
			model.addAttribute("sheet", "replay/style");
			return "replay/case";
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			problems.putAll(problems(ex));
		}
		catch (NotFoundException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			problems.put("number", ex.getMessage() + " Escríbalo como en ESC-2026-000123.");
		}
		return form(wanted, problems, model);
	}

	private static List<ModelFile> files(List<MultipartFile> sent) throws IOException {
		List<ModelFile> files = new ArrayList<>();
		for (MultipartFile file : (sent == null) ? List.<MultipartFile>of() : sent) {
			if (file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty()) {
				files.add(new ModelFile(file.getOriginalFilename(), file.getBytes()));
			}
		}
		return files;
	}

	private static String form(String number, Map<String, String> problems, Model model) {
		model.addAttribute("number", number);
		model.addAttribute("problems", problems);
		model.addAttribute("sheet", "replay/style");
		return "replay/case-form";
	}

}
