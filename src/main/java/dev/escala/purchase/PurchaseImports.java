package dev.escala.purchase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.escala.purchase.PurchaseImport.Status;
import dev.escala.reference.UserId;
import dev.escala.text.Storable;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import dev.escala.web.CsvUpload;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files of purchases: kept as they come, looked at by a person who says how their columns
 * are read, and then taken, on whichever node lives.
 */
@Service
public class PurchaseImports {

	private static final Logger log = LoggerFactory.getLogger(PurchaseImports.class);

	private static final Duration SILENCE = Duration.ofMinutes(2);

	private static final int CHUNK = 500;

	private static final int SHOWN = 8;

	private static final int MOST_COLUMNS = 200;

	private final ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES,
			new ArrayBlockingQueue<>(100), new CustomizableThreadFactory("purchases-"));

	private final Set<Long> alive = ConcurrentHashMap.newKeySet();

	private final PurchaseImportRepository imports;

	private final StagedLineRepository lines;

	private final ImportWork work;

	private final PurchaseProperties properties;

	private final TransactionTemplate transaction;

	private volatile boolean stopping;

	PurchaseImports(PurchaseImportRepository imports, StagedLineRepository lines, ImportWork work,
			PurchaseProperties properties, PlatformTransactionManager transactions) {
		this.imports = imports;
		this.lines = lines;
		this.work = work;
		this.properties = properties;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Keeps a file, with the mapping that files with its header had before, or a guess.
	 * @return its id
	 * @throws InvalidInputException where it is empty or has no header
	 */
	public long keep(InputStream content, String fileName, UserId by) {
		return this.transaction.execute((status) -> {
			try {
				long id = this.imports.create(fileName, List.of(), null, Status.PREVIEW, by);
				this.imports.keep(id, content);
				try (CsvUpload file = this.work.file(id)) {
					List<List<String>> rows = first(file);
					List<String> header = rows.remove(0);
					this.imports.understood(id, header, this.imports.mapping(header)
						.orElseGet(() -> MappingGuess.of(header, rows, this.properties.currencies())));
					return id;
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	private static List<List<String>> first(CsvUpload file) {
		List<List<String>> rows = new ArrayList<>();
		file.scan((line, cells) -> {
			boolean hint = rows.isEmpty() && cells.get(0).strip().toLowerCase(Locale.ROOT).startsWith("sep=");
			if (!hint && cells.stream().anyMatch((cell) -> !cell.isBlank())) {
				rows.add(rows.isEmpty() ? header(cells) : cells);
			}
			return rows.size() <= SHOWN;
		});
		if (rows.isEmpty()) {
			throw new InvalidInputException("file", "El archivo está vacío.");
		}
		return rows;
	}

	private static List<String> header(List<String> cells) {
		List<String> names = new ArrayList<>();
		for (String cell : cells) {
			String name = cell.strip().toLowerCase(Locale.ROOT);
			// As the reader of the rows calls a column without a name.
			names.add(name.isEmpty() ? "#" + names.size() : name);
		}
		if (Set.copyOf(names).size() < names.size()) {
			throw new InvalidInputException("file", "Una columna está dos veces en la cabecera.");
		}
		if (names.size() > MOST_COLUMNS || names.stream().anyMatch((name) -> name.length() > 200)
				|| names.stream().anyMatch((name) -> !Storable.isStorable(name))) {
			throw new InvalidInputException("file",
					"La primera línea no parece una cabecera con los nombres de las columnas.");
		}
		return names;
	}

	/** How the beginning of the file is read with its mapping. */
	public FilePreview preview(PurchaseImport one) {
		try (CsvUpload file = this.work.file(one.id())) {
			List<List<String>> rows = first(file);
			return FilePreview.of(rows.subList(1, rows.size()), file, this.work.cells(one.mapping()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Keeps how the file is read, without beginning. */
	public void choose(long id, PurchaseMapping mapping) {
		mapping.check(get(id).header(), this.properties.currencies());
		this.imports.choose(id, mapping);
	}

	/**
	 * Begins it with that mapping, which is remembered for its header, or goes on after a
	 * problem. A second time nothing happens.
	 */
	public void begin(long id, PurchaseMapping mapping, UserId by) {
		PurchaseImport one = get(id);
		PurchaseMapping chosen = (one.status() == Status.PREVIEW) ? mapping : one.mapping();
		chosen.check(one.header(), this.properties.currencies());
		boolean begun = Boolean.TRUE.equals(this.transaction.execute((status) -> {
			boolean first = this.imports.begin(id, chosen);
			if (first) {
				this.imports.remember(one.header(), chosen, by);
			}
			return first;
		}));
		if (begun) {
			submit(id);
		}
	}

	public PurchaseImport get(long id) {
		PurchaseImport one = this.imports.find(id)
			.orElseThrow(() -> new NotFoundException("No hay ninguna importación con el número " + id + "."));
		return (one.status() == Status.DONE || one.status() == Status.PREVIEW) ? one
				: one.with(ImportWork.counts(this.lines.outcomes(id)));
	}

	/** The latest first. */
	public List<PurchaseImport> latest() {
		return this.imports.latest();
	}

	/** The first lines that do not count, in the order of the file. */
	public List<LineProblem> problems(long id, int most) {
		return this.lines.problems(id, 0, most);
	}

	/** All of them. */
	public void eachProblem(long id, Consumer<LineProblem> use) {
		this.lines.eachProblem(id, CHUNK, use);
	}

	private void submit(long id) {
		if (!this.alive.add(id)) {
			return;
		}
		try {
			this.executor.submit(() -> run(id));
		}
		catch (RejectedExecutionException ex) {
			// Too many wait here, or this node stops: whoever looks next takes it.
			this.alive.remove(id);
		}
	}

	/** Does the work of an import in the caller's thread. */
	void run(long id) {
		try {
			this.imports.find(id)
				.filter((one) -> one.status() == Status.RUNNING)
				.ifPresent((one) -> this.work.run(one, () -> this.stopping));
		}
		catch (RuntimeException | Error ex) {
			log.error("The import {} of purchases stopped; it can be gone on with.", id, ex);
			this.imports.failed(id);
		}
		finally {
			this.alive.remove(id);
		}
	}

	/** Takes up what another node, or this one before it ended, left. */
	@Scheduled(initialDelay = 20, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
	void takeUp() {
		this.imports.abandoned(SILENCE).forEach(this::submit);
	}

	@Scheduled(cron = "0 37 4 * * *")
	void forgetOld() {
		this.imports.forgetOld();
	}

	@PreDestroy
	void stop() throws InterruptedException {
		this.stopping = true;
		this.executor.shutdown();
		this.executor.awaitTermination(20, TimeUnit.SECONDS);
	}

}
