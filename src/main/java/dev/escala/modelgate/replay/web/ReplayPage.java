package dev.escala.modelgate.replay.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.access.CurrentUser;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.replay.ReplayDifference;
import dev.escala.modelgate.replay.ReplayRun;
import dev.escala.modelgate.replay.Replays;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
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

/**
 * Process owners try an edited table on decisions of the past before they publish it.
 */
@Controller
@RequestMapping("/modelos/repeticion")
class ReplayPage extends StaffPage {

	private static final int RUNS = 20;

	private static final int FOLLOW_UPS = 30;

	private static final int DIFFERENCES = 100;

	private final Replays replays;

	private final ReplayCsv csv;

	private final CurrentUser user;

	private final Clock clock;

	private final ZoneId zone;

	ReplayPage(Replays replays, ReplayCsv csv, CurrentUser user, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		super("replay", "No puede repetir decisiones", zone);
		this.replays = replays;
		this.csv = csv;
		this.user = user;
		this.clock = clock;
		this.zone = zone;
	}

	@GetMapping
	String show(Model model) {
		return form(Map.of(), Map.of(), model);
	}

	@PostMapping
	String start(@RequestParam(required = false) MultipartFile file, @RequestParam Map<String, String> sent,
			Model model, HttpServletResponse response) throws IOException {
		ModelFile table = new ModelFile(
				(file == null || file.getOriginalFilename() == null) ? "" : file.getOriginalFilename(),
				(file == null) ? new byte[0] : file.getBytes());
		Map<String, String> problems = new HashMap<>();
		try {
			return "redirect:/modelos/repeticion/" + start(table, sent).id();
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			problems.putAll(problems(ex));
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			problems.put("file", ex.getMessage());
		}
		return form(sent, problems, model);
	}

	private ReplayRun start(ModelFile table, Map<String, String> sent) {
		UserId by = this.user.id().orElseThrow();
		if (!"period".equals(sent.get("span"))) {
			return this.replays.startLatest(table, count(sent.getOrDefault("last", "")), by);
		}
		return this.replays.startPeriod(table, start(sent, "from", 0), start(sent, "until", 1), by);
	}

	private static int count(String text) {
		return text.strip().matches("\\d{1,9}") ? Integer.parseInt(text.strip()) : 0;
	}

	/** The beginning of a day, or of one of the days after it. */
	private Instant start(Map<String, String> sent, String field, int plus) {
		try {
			return LocalDate.parse(sent.getOrDefault(field, "").strip())
				.plusDays(plus)
				.atStartOfDay(this.zone)
				.toInstant();
		}
		catch (DateTimeParseException ex) {
			throw new InvalidInputException(field, "Escriba una fecha, por ejemplo 2026-11-30.");
		}
	}

	private String form(Map<String, String> sent, Map<String, String> problems, Model model) {
		LocalDate today = LocalDate.now(this.clock.withZone(this.zone));
		Map<String, String> form = new HashMap<>(Map.of("span", "last", "last", "1000", "from",
				today.minusMonths(1).toString(), "until", today.toString()));
		form.putAll(sent);
		model.addAttribute("form", form);
		model.addAttribute("problems", problems);
		model.addAttribute("runs", this.replays.latest(RUNS));
		model.addAttribute("most", Replays.MOST_RECORDS);
		model.addAttribute("sheet", "replay/style");
		return "replay/form";
	}

	@GetMapping("/{id}")
	String result(@PathVariable String id, @RequestParam(name = "desde", defaultValue = "0") String after,
			Model model) {
		ReplayRun run = this.replays.get(known(id));
		List<ReplayDifference> differences = this.replays.differences(run.id(),
				after.matches("\\d{1,18}") ? Long.parseLong(after) : 0, DIFFERENCES);
		model.addAttribute("run", run);
		model.addAttribute("followUps", this.replays.followUps(run.id(), FOLLOW_UPS));
		model.addAttribute("differences", differences);
		model.addAttribute("next",
				(differences.size() == DIFFERENCES) ? differences.get(DIFFERENCES - 1).recordId() : null);
		model.addAttribute("sheet", "replay/style");
		return "replay/result";
	}

	@GetMapping("/{id}/diferencias.csv")
	void export(@PathVariable String id, HttpServletResponse response) throws IOException {
		this.csv.write(this.replays.get(known(id)).id(), response);
	}

	private static long known(String id) {
		if (!id.matches("\\d{1,18}")) {
			throw new NotFoundException("No hay ninguna repetición con ese número.");
		}
		return Long.parseLong(id);
	}

}
