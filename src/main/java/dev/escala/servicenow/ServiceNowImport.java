package dev.escala.servicenow;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import dev.escala.escalation.Escalations;
import dev.escala.reference.UserId;
import dev.escala.servicenow.ImportRun.Status;
import dev.escala.validation.ConflictException;
import dev.escala.validation.NotFoundException;
import dev.escala.web.CsvUpload;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Service;

/**
 * Imports exports of ServiceNow's audit table, two files at a time. Each incident is a
 * transaction of its own, and one that became a case is never taken again: a file may be
 * sent as often as wanted, also twice at once.
 */
@Service
public class ServiceNowImport {

	private static final Logger log = LoggerFactory.getLogger(ServiceNowImport.class);

	private static final String KIND = "servicenow";

	private static final int AT_ONCE = 2;

	private static final int WAITING = 8;

	private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);

	private final ThreadPoolExecutor executor = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES,
			new ArrayBlockingQueue<>(WAITING), new CustomizableThreadFactory("import-"));

	private final Set<Long> alive = ConcurrentHashMap.newKeySet();

	private final ImportRunRepository runs;

	private final IncidentIntake intake;

	private final Escalations escalations;

	private final ZoneId zone;

	private final Clock clock;

	private volatile boolean stopping;

	ServiceNowImport(ImportRunRepository runs, IncidentIntake intake, Escalations escalations,
			@Value("${escala.zone:Europe/Madrid}") ZoneId zone, Clock clock) {
		this.runs = runs;
		this.intake = intake;
		this.escalations = escalations;
		this.zone = zone;
		this.clock = clock;
	}

	/**
	 * Imports a file and waits for the end.
	 * @param upload the file; closed by the import
	 * @param fileName as it was sent, or {@code null}
	 * @param user who sends it
	 * @throws dev.escala.validation.InvalidInputException where the file as a whole
	 * cannot be read: it is empty, or its header does not name what is needed
	 * @throws ConflictException where too many imports are waiting
	 */
	public ImportRun run(CsvUpload upload, String fileName, UserId user) {
		Started started = submit(upload, fileName, user);
		try {
			started.end().get();
			return get(started.id());
		}
		catch (InterruptedException ex) {
			// The import goes on; only nobody waits for it any more.
			Thread.currentThread().interrupt();
			return get(started.id());
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The import " + started.id() + " failed", ex.getCause());
		}
	}

	/**
	 * The same without waiting.
	 * @return the import as it is now: {@link #get} tells how far it has come
	 */
	public ImportRun start(CsvUpload upload, String fileName, UserId user) {
		return get(submit(upload, fileName, user).id());
	}

	/** An import by its id; refuses an unknown one. */
	public ImportRun get(long id) {
		return this.runs.find(id)
			.orElseThrow(() -> new NotFoundException("No hay ninguna importación con el número " + id + "."));
	}

	/** A page of the imports, without what each rejected. */
	public Page<ImportRun> page(PageRequest page) {
		return this.runs.page(page);
	}

	private Started submit(CsvUpload upload, String fileName, UserId user) {
		boolean taken = false;
		try {
			HeaderCheck.check(upload);
			if (this.executor.getQueue().remainingCapacity() == 0) {
				throw tooMany();
			}
			long id = this.runs.create(KIND, fileName, user);
			this.alive.add(id);
			try {
				Future<?> end = this.executor.submit(() -> work(id, upload, user));
				taken = true;
				return new Started(id, end);
			}
			catch (RejectedExecutionException ex) {
				this.alive.remove(id);
				this.runs.save(id, Status.INTERRUPTED, new ImportCounts());
				throw tooMany();
			}
		}
		finally {
			if (!taken) {
				forget(upload);
			}
		}
	}

	private static ConflictException tooMany() {
		return new ConflictException(
				"Hay demasiadas importaciones en espera. Vuelva a enviar el fichero cuando termine alguna.");
	}

	private void work(long id, CsvUpload upload, UserId user) {
		ProgressReport progress = new ProgressReport(id);
		IncidentImport work = new IncidentImport(this.intake, this.escalations, this.zone, this.clock, user, progress);
		progress.counts = work.counts();
		try {
			work.run(upload);
			this.runs.save(id, Status.DONE, work.counts());
		}
		catch (StoppingException ex) {
			this.runs.save(id, Status.INTERRUPTED, work.counts());
		}
		catch (RuntimeException | Error ex) {
			log.error("The import {} failed.", id, ex);
			this.runs.save(id, Status.FAILED, work.counts());
			throw ex;
		}
		finally {
			this.alive.remove(id);
			forget(upload);
		}
	}

	private static void forget(CsvUpload upload) {
		try {
			upload.close();
		}
		catch (IOException ex) {
			log.warn("A temporary file could not be deleted.", ex);
		}
	}

	@Scheduled(initialDelay = 30, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
	void showLife() {
		this.runs.touch(Set.copyOf(this.alive));
	}

	/** What is under way ends after the present incident, and says so. */
	@PreDestroy
	void stop() throws InterruptedException {
		this.stopping = true;
		this.executor.shutdown();
		this.executor.awaitTermination(20, TimeUnit.SECONDS);
	}

	private record Started(long id, Future<?> end) {
	}

	/** Tells about every second how far an import has come. */
	private final class ProgressReport implements Runnable {

		private final long id;

		private ImportCounts counts;

		private long next = System.nanoTime();

		private ProgressReport(long id) {
			this.id = id;
		}

		@Override
		public void run() {
			if (ServiceNowImport.this.stopping) {
				throw new StoppingException();
			}
			// Not by the application's clock, which tests stop.
			if (System.nanoTime() - this.next >= 0) {
				ServiceNowImport.this.runs.save(this.id, Status.RUNNING, this.counts);
				this.next = System.nanoTime() + BETWEEN_REPORTS.toNanos();
			}
		}

	}

	/** The application stops. */
	private static final class StoppingException extends RuntimeException {

	}

}
