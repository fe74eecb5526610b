package dev.escala.modelversion.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.diagram.Passage;
import dev.escala.diagram.Plane;
import dev.escala.diagram.SvgPicture;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.table.TableReader;
import dev.escala.modelversion.BackToVersion;
import dev.escala.modelversion.BroughtModels;
import dev.escala.modelversion.ModelChange;
import dev.escala.modelversion.ModelDeployment;
import dev.escala.modelversion.ModelDifference;
import dev.escala.modelversion.ModelKind;
import dev.escala.modelversion.ModelVersion;
import dev.escala.modelversion.ModelVersionRepository;
import dev.escala.modelversion.VersionHistory;
import dev.escala.modelversion.outdated.OutdatedModels;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import dev.escala.web.StaffPage;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What is in force, what was before and who changed it; the difference between a version
 * and the one before, its file, and the way back to it.
 */
@Controller
@RequestMapping("/modelos/vigentes")
class ModelVersionPage extends StaffPage {

	private final ModelVersionRepository versions;

	private final VersionHistory history;

	private final BackToVersion back;

	private final BroughtModels brought;

	private final ModelDeployment deployment;

	private final OutdatedModels outdated;

	ModelVersionPage(ModelVersionRepository versions, VersionHistory history, BackToVersion back, BroughtModels brought,
			ModelDeployment deployment, OutdatedModels outdated, @Value("${escala.zone}") ZoneId zone) {
		super("models", "No puede ver los modelos", zone);
		this.versions = versions;
		this.history = history;
		this.back = back;
		this.brought = brought;
		this.deployment = deployment;
		this.outdated = outdated;
	}

	@GetMapping
	String list(Model model) {
		Map<ModelKind, List<ModelVersion>> kinds = new LinkedHashMap<>();
		List<ModelVersion> inForce = this.versions.inForce();
		Arrays.stream(ModelKind.values())
			.forEach((kind) -> kinds.put(kind, inForce.stream().filter((one) -> one.kind() == kind).toList()));
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("kinds", kinds);
		model.addAttribute("outdated", this.outdated.keys());
		return "models/in-force";
	}

	@GetMapping("/{kind}/{key}")
	String show(@PathVariable String kind, @PathVariable String key,
			@RequestParam(name = "plano", defaultValue = "") String plane,
			@RequestParam(name = "hecho", defaultValue = "") String done, Model model) {
		fill(kind, key, plane, model);
		model.addAttribute("done", done.equals("vuelto"));
		return "models/model";
	}

	@GetMapping("/{kind}/{key}/{version}/diferencia")
	String difference(@PathVariable String kind, @PathVariable String key, @PathVariable int version, Model model) {
		List<ModelVersion> all = all(kind, key);
		ModelVersion newer = VersionHistory.find(all, version);
		ModelVersion older = VersionHistory.before(all, newer);
		return difference(newer, older.said(), newer.said(),
				ModelDifference.between(newer.kind(), this.history.content(older), this.history.content(newer)), model);
	}

	@GetMapping("/{kind}/{key}/propuesta")
	String proposal(@PathVariable String kind, @PathVariable String key, Model model) {
		ModelVersion current = all(kind, key).get(0);
		ModelFile other = this.brought.waiting(current.kind(), key)
			.orElseThrow(() -> new NotFoundException("Escala no trae otra versión de «" + current.name() + "»."));
		return difference(current, current.said(), "que trae Escala",
				ModelDifference.between(current.kind(), this.history.content(current), other.content()), model);
	}

	private static String difference(ModelVersion about, String older, String newer, List<ModelChange> changes,
			Model model) {
		model.addAttribute("sheet", "models/style");
		model.addAttribute("which", about);
		model.addAttribute("older", older);
		model.addAttribute("newer", newer);
		model.addAttribute("changes", changes);
		return "models/difference";
	}

	@GetMapping("/{kind}/{key}/{version}/archivo")
	ResponseEntity<byte[]> file(@PathVariable String kind, @PathVariable String key, @PathVariable int version) {
		ModelVersion wanted = VersionHistory.find(all(kind, key), version);
		String named = ContentDisposition.attachment()
			.filename(wanted.fileName(), StandardCharsets.UTF_8)
			.build()
			.toString();
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, named)
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.body(this.history.content(wanted));
	}

	@PostMapping("/{kind}/{key}/{version}/volver")
	String back(@PathVariable String kind, @PathVariable String key, @PathVariable int version,
			@RequestParam(name = "shown", defaultValue = "0") int shown,
			@RequestParam(name = "reason", defaultValue = "") String reason, Model model,
			HttpServletResponse response) {
		ModelVersion wanted = VersionHistory.find(all(kind, key), version);
		model.addAttribute("wanted", version);
		model.addAttribute("reason", reason);
		return deploy(wanted, () -> this.back.go(wanted.kind(), key, version, shown, reason), model, response);
	}

	@PostMapping("/{kind}/{key}/propuesta")
	String take(@PathVariable String kind, @PathVariable String key,
			@RequestParam(name = "shown", defaultValue = "0") int shown, Model model, HttpServletResponse response) {
		ModelVersion current = all(kind, key).get(0);
		return deploy(current, () -> this.back.takeBrought(current.kind(), key, shown), model, response);
	}

	private String deploy(ModelVersion about, Runnable deployment, Model model, HttpServletResponse response) {
		try {
			deployment.run();
			return "redirect:/modelos/vigentes/" + about.kind().word() + "/" + about.key() + "?hecho=vuelto";
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			model.addAttribute("refused", ex.problems().get(0).message().lines().toList());
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("refused", List.of(ex.getMessage()));
		}
		fill(about.kind().word(), about.key(), "", model);
		model.addAttribute("done", false);
		return "models/model";
	}

	private void fill(String kind, String key, String wantedPlane, Model model) {
		List<ModelVersion> all = all(kind, key);
		ModelVersion current = all.get(0);
		byte[] content = this.history.content(current);
		model.addAttribute("sheet", (current.kind() == ModelKind.PROCESS) ? "models/process-style" : "models/style");
		model.addAttribute("current", current);
		model.addAttribute("outdated", this.outdated.find(current.kind(), key).orElse(null));
		model.addAttribute("proposed", this.brought.waiting(current.kind(), key).isPresent());
		model.addAttribute("versions", all);
		model.addAttribute("running", all.stream().mapToInt(ModelVersion::running).sum());
		if (current.kind() == ModelKind.PROCESS) {
			picture(current, content, wantedPlane, model);
		}
		else if (current.kind() == ModelKind.TABLE) {
			TableReader.read(new ModelFile(current.fileName(), content))
				.stream()
				.filter((table) -> table.key().equals(current.key()))
				.findFirst()
				.ifPresent((table) -> model.addAttribute("table", table));
		}
	}

	/** How many stand where, in whichever version: what runs may have begun earlier. */
	private void picture(ModelVersion current, byte[] content, String wantedPlane, Model model) {
		List<Plane> planes = this.deployment.planes(content);
		if (planes.isEmpty()) {
			return;
		}
		Plane plane = planes.stream().filter((one) -> one.id().equals(wantedPlane)).findFirst().orElse(planes.get(0));
		Map<String, Integer> standing = this.versions.standing(current.key());
		Map<String, Integer> incidents = this.versions.incidents(current.key());
		planes.stream()
			.skip(1)
			.forEach((sheet) -> standing.merge(sheet.id(), inside(sheet, planes, standing), Integer::sum));
		planes.stream()
			.skip(1)
			.forEach((sheet) -> incidents.merge(sheet.id(), inside(sheet, planes, incidents), Integer::sum));
		Map<String, Passage> passages = new HashMap<>();
		Map<String, String> notes = new HashMap<>();
		standing.entrySet().stream().filter((step) -> step.getValue() > 0).forEach((step) -> {
			int failed = incidents.getOrDefault(step.getKey(), 0);
			passages.put(step.getKey(),
					new Passage(step.getKey(), step.getValue(), Instant.EPOCH, Duration.ZERO, true));
			notes.put(step.getKey(), step.getValue() + ((failed > 0) ? ", " + failed(failed) : ""));
		});
		Set<String> sheets = planes.stream().map(Plane::id).collect(Collectors.toSet());
		model.addAttribute("planes", planes);
		model.addAttribute("plane", plane);
		model.addAttribute("picture", SvgPicture.draw(plane, passages, notes, sheets, ""));
	}

	/** Of a sheet and of those that hang from it. */
	private static int inside(Plane sheet, List<Plane> planes, Map<String, Integer> counts) {
		return sheet.shapes()
			.stream()
			.filter((shape) -> !shape.id().equals(sheet.id()))
			.mapToInt((shape) -> planes.stream()
				.filter((other) -> other.id().equals(shape.id()))
				.findFirst()
				.map((other) -> inside(other, planes, counts))
				.orElseGet(() -> counts.getOrDefault(shape.id(), 0)))
			.sum();
	}

	private static String failed(int number) {
		return (number == 1) ? "1 parado" : number + " parados";
	}

	private List<ModelVersion> all(String kind, String key) {
		return this.history.all(
				ModelKind.of(kind).orElseThrow(() -> new NotFoundException("No hay ningún modelo «" + key + "».")),
				key);
	}

}
