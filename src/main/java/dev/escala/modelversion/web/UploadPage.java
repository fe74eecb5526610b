package dev.escala.modelversion.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Verdict;
import dev.escala.modelversion.DeployModels;
import dev.escala.modelversion.ModelVersion;
import dev.escala.validation.InvalidInputException;
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

/**
 * Process owners try files, and put them in force, without Modeler: the same gate, the
 * same list.
 */
@Controller
@RequestMapping("/modelos/subir")
class UploadPage extends StaffPage {

	private final DeployModels models;

	UploadPage(DeployModels models, @Value("${escala.zone}") ZoneId zone) {
		super("models", "No puede desplegar modelos", zone);
		this.models = models;
	}

	@GetMapping
	String form(Model model) {
		return show(model, "", Map.of(), null, List.of());
	}

	/**
	 * Tries the files, or puts them in force.
	 * @param deploy whether they are put in force where nothing keeps them out
	 */
	@PostMapping
	String upload(@RequestParam(required = false) List<MultipartFile> files,
			@RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "false") boolean deploy,
			Model model, HttpServletResponse response) throws IOException {
		List<DeployModels.Sent> sent = sent(files);
		try {
			Verdict verdict = this.models.check(sent);
			if (verdict.refuses()) {
				response.setStatus(HttpStatus.BAD_REQUEST.value());
				return show(model, reason, Map.of(), verdict, List.of());
			}
			return show(model, reason, Map.of(), verdict, deploy ? this.models.deploy(sent, reason) : List.of());
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return show(model, reason, problems(ex), null, List.of());
		}
	}

	/** A form without a chosen file sends one without a name. */
	private static List<DeployModels.Sent> sent(List<MultipartFile> files) throws IOException {
		List<DeployModels.Sent> sent = new ArrayList<>();
		for (MultipartFile file : (files == null) ? List.<MultipartFile>of() : files) {
			if (file.getOriginalFilename() != null && !file.getOriginalFilename().isBlank()) {
				sent.add(new DeployModels.Sent(file.getOriginalFilename(),
						new String(file.getBytes(), StandardCharsets.UTF_8)));
			}
		}
		return sent;
	}

	private String show(Model model, String reason, Map<String, String> problems, Verdict verdict,
			List<ModelVersion> deployed) {
		model.addAttribute("reason", reason);
		model.addAttribute("problems", problems);
		model.addAttribute("longest", DeployModels.LONGEST_REASON);
		model.addAttribute("verdict", verdict);
		model.addAttribute("refusals", (verdict == null) ? List.<Problem>of() : verdict.refusals());
		model.addAttribute("warnings", (verdict == null) ? List.<Problem>of() : verdict.warnings());
		model.addAttribute("deployed", deployed);
		model.addAttribute("sheet", "page/admin");
		return "models/upload";
	}

}
