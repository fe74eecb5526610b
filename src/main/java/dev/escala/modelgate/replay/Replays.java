package dev.escala.modelgate.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.table.TableModel;
import dev.escala.modelgate.table.TableReader;
import dev.escala.modelgate.table.TableRules;
import dev.escala.modelgate.table.UnreadableTableException;
import dev.escala.reference.UserId;
import dev.escala.routing.DecisionArchive;
import dev.escala.routing.DecisionExtent;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import org.camunda.bpm.dmn.engine.DmnEngineException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Edited tables that are tried on decisions of the past, in the background. Who may do it
 * is the caller's to say.
 */
@Service
public class Replays {

	/** The most records that one replay goes through. */
	public static final int MOST_RECORDS = 100_000;

	private static final int MOST_RUNNING = 8;

	private static final int LARGEST_FILE = 2_000_000;

	private static final Duration KEPT = Duration.ofDays(30);

	private final ReplayRepository replays;

	private final DecisionArchive archive;

	private final Clock clock;

	Replays(ReplayRepository replays, DecisionArchive archive, Clock clock) {
		this.replays = replays;
		this.archive = archive;
		this.clock = clock;
	}

	/**
	 * Tries the file on the latest so many decisions.
	 * @throws InvalidInputException naming {@code file} or {@code last}
	 * @throws ConflictException where too many are under way
	 */
	@Transactional
	public ReplayRun startLatest(ModelFile file, int last, UserId by) {
		if (last < 1 || last > MOST_RECORDS) {
			throw new InvalidInputException("last", "Escriba entre 1 y " + MOST_RECORDS + " decisiones.");
		}
		List<String> decisions = decisions(file);
		return start(file, decisions, this.archive.latest(decisions, last), by);
	}

	/**
	 * Tries the file on the decisions of a time.
	 * @throws InvalidInputException naming {@code file} or {@code until}
	 * @throws ConflictException where too many are under way
	 */
	@Transactional
	public ReplayRun startPeriod(ModelFile file, Instant from, Instant until, UserId by) {
		if (!until.isAfter(from)) {
			throw new InvalidInputException("until", "El último día no puede ser anterior al primero.");
		}
		List<String> decisions = decisions(file);
		DecisionExtent extent = this.archive.between(decisions, from, until);
		if (extent.count() > MOST_RECORDS) {
			throw new InvalidInputException("until", "En esas fechas hay " + extent.count() + " decisiones; se repiten "
					+ MOST_RECORDS + " como mucho. Elija menos días.");
		}
		return start(file, decisions, extent, by);
	}

	private ReplayRun start(ModelFile file, List<String> decisions, DecisionExtent extent, UserId by) {
		if (extent.count() == 0) {
			throw new InvalidInputException("file",
					"No hay ninguna decisión anotada de " + String.join(", ", decisions) + " con la que repetir.");
		}
		if (this.replays.running() >= MOST_RUNNING) {
			throw new ConflictException("Hay demasiadas repeticiones en curso. Espere a que termine alguna.");
		}
		return get(this.replays.add(file, decisions, extent, by, this.clock.instant()));
	}

	/** The keys of the tables of a file that the gate would let in. */
	public static List<String> decisions(ModelFile file) {
		if (file.content().length == 0 || file.content().length > LARGEST_FILE
				|| !file.name().toLowerCase(Locale.ROOT).endsWith(".dmn")) {
			throw new InvalidInputException("file", "Elija un archivo .dmn de dos megas como mucho.");
		}
		try {
			List<String> keys = TableReader.read(file).stream().map(TableModel::key).toList();
			Set<String> languages = TableReader.otherLanguages(file);
			if (!languages.isEmpty()) {
				throw new InvalidInputException("file",
						"La tabla usa el lenguaje " + String.join(", ", languages) + ", y solo se admite FEEL.");
			}
			if (keys.isEmpty()) {
				throw new InvalidInputException("file", "El archivo no tiene ninguna tabla de decisión.");
			}
			refuseWhatWouldNotBeDeployed(file);
			new EditedTables(file);
			return keys;
		}
		catch (UnreadableTableException ex) {
			throw new InvalidInputException("file", "El archivo no se puede leer como DMN.");
		}
		catch (DmnEngineException ex) {
			throw new InvalidInputException("file", "El motor de decisiones no puede leer el archivo.");
		}
	}

	private static void refuseWhatWouldNotBeDeployed(ModelFile file) {
		// Groups are asked for when it is deployed.
		List<String> refused = new TableRules((group) -> true).check(new Submission(List.of(file)))
			.stream()
			.filter(Problem::refuses)
			.map((problem) -> ((problem.label() == null) ? "" : problem.label() + ": ") + problem.what() + " "
					+ problem.how())
			.limit(10)
			.toList();
		if (!refused.isEmpty()) {
			throw new InvalidInputException("file", "La tabla no se podría desplegar. " + String.join(" ", refused));
		}
	}

	/** A replay; refuses an unknown one. */
	public ReplayRun get(long id) {
		return this.replays.find(id)
			.orElseThrow(() -> new NotFoundException("No hay ninguna repetición con el número " + id + "."));
	}

	/** The latest replays, the newest first. */
	public List<ReplayRun> latest(int count) {
		return this.replays.latest(count);
	}

	/** What would have followed, what concerns most cases first. */
	public List<FollowUp> followUps(long id, int count) {
		return this.replays.followUps(id, count);
	}

	/** The differences behind a record, in the order in which they were decided. */
	public List<ReplayDifference> differences(long id, long after, int count) {
		return this.replays.differences(id, after, count);
	}

	/** All differences, one at a time. */
	public void eachDifference(long id, Consumer<ReplayDifference> reader) {
		this.replays.each(id, reader);
	}

	/** Removes those that are older than 30 days. */
	@Transactional
	public int forget() {
		return this.replays.forget(this.clock.instant().minus(KEPT));
	}

}
