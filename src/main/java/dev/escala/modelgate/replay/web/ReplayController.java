package dev.escala.modelgate.replay.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.replay.FollowUp;
import dev.escala.modelgate.replay.ReplayDifference;
import dev.escala.modelgate.replay.ReplayRun;
import dev.escala.modelgate.replay.Replays;
import dev.escala.reference.UserId;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Replays over HTTP: an edited table on decisions of the past (issue 16). */
@RestController
@RequestMapping(path = "/api/models/replays", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Modelos")
class ReplayController {

	private static final int RUNS = 50;

	private static final int FOLLOW_UPS = 30;

	private static final int DIFFERENCES = 200;

	private final Replays replays;

	private final CurrentUser user;

	private final ZoneId zone;

	ReplayController(Replays replays, CurrentUser user, @Value("${escala.zone}") ZoneId zone) {
		this.replays = replays;
		this.user = user;
		this.zone = zone;
	}

	@Operation(summary = "Repite decisiones del pasado con una tabla cambiada, sin desplegarla",
			description = "name y content: el archivo .dmn y su texto. Con last, las últimas decisiones (de 1 a 100000); "
					+ "con from y until, las de esos días, como 2026-11-30, los dos incluidos. Responde 202 enseguida; "
					+ "cómo va y qué resulta se consulta con su id.")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.ACCEPTED)
	ReplayRun start(@RequestBody ReplayBody body) {
		UserId by = this.user.id().orElseThrow();
		ModelFile table = new ModelFile((body.name() == null) ? "" : body.name(),
				(body.content() == null) ? new byte[0] : body.content().getBytes(StandardCharsets.UTF_8));
		if (body.last() != null) {
			return this.replays.startLatest(table, body.last(), by);
		}
		return this.replays.startPeriod(table, day("from", body.from(), 0), day("until", body.until(), 1), by);
	}

	@Operation(summary = "Lista las últimas repeticiones, la más reciente primero",
			description = "Las 50 últimas; se guardan 30 días.")
	@GetMapping
	List<ReplayRun> list() {
		return this.replays.latest(RUNS);
	}

	@Operation(summary = "Cómo va una repetición y qué se habría decidido de otra forma",
			description = "followUps: qué habría pasado a cuántos casos. differences: hasta 200 decisiones distintas, en "
					+ "orden; después de la última, after con su recordId da las siguientes. status: RUNNING, DONE o "
					+ "FAILED, con problem.")
	@GetMapping("/{id}")
	Replayed get(@PathVariable String id, @RequestParam(required = false) String after) {
		if (!id.matches("\\d{1,18}")) {
			throw new NotFoundException("No hay ninguna repetición con ese número.");
		}
		if (after != null && !after.matches("\\d{1,18}")) {
			throw new InvalidInputException("after", "Debe ser el recordId de una diferencia.");
		}
		ReplayRun run = this.replays.get(Long.parseLong(id));
		return new Replayed(run, this.replays.followUps(run.id(), FOLLOW_UPS).stream().map(FollowUp::sentence).toList(),
				this.replays.differences(run.id(), (after == null) ? 0 : Long.parseLong(after), DIFFERENCES));
	}

	/** The beginning of a day, or of one of the days after it. */
	private Instant day(String field, String text, int plus) {
		try {
			return LocalDate.parse((text == null) ? "" : text.strip())
				.plusDays(plus)
				.atStartOfDay(this.zone)
				.toInstant();
		}
		catch (DateTimeParseException ex) {
			throw new InvalidInputException(field,
					"Escriba una fecha, por ejemplo 2026-11-30, o cuántas decisiones en last.");
		}
	}

	record ReplayBody(String name, String content, Integer last, String from, String until) {
	}

	/**
	 * A replay with what would have followed, one sentence each, and where it differs.
	 */
	record Replayed(ReplayRun run, List<String> followUps, List<ReplayDifference> differences) {
	}

}
