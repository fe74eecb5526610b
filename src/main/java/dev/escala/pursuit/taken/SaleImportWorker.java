package dev.escala.pursuit.taken;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

import dev.escala.pipeline.exported.ExportReader;
import dev.escala.pipeline.exported.ExportedFile;
import dev.escala.pipeline.exported.ExportedRow;
import dev.escala.pursuit.taken.SaleImport.Status;
import dev.escala.pursuit.taken.row.RowStep;
import dev.escala.pursuit.taken.row.RunFacts;
import dev.escala.validation.InvalidInputException;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what is confirmed, a row at a time. Whichever node comes next goes on behind the
 * last row that was dealt with.
 */
@Component
public class SaleImportWorker {

	private static final Logger log = LoggerFactory.getLogger(SaleImportWorker.class);

	private final SaleImportRepository imports;

	private final UploadRepository uploads;

	private final RowStep steps;

	private final TransactionTemplate transactions;

	private volatile boolean stopping;

	SaleImportWorker(SaleImportRepository imports, UploadRepository uploads, RowStep steps,
			PlatformTransactionManager transactions) {
		this.imports = imports;
		this.uploads = uploads;
		this.steps = steps;
		this.transactions = new TransactionTemplate(transactions);
	}

	/** Works until nothing is left that no other node does. */
	public void run() {
		for (Optional<SaleImport> next = next(); next.isPresent(); next = next()) {
			work(next.get());
		}
	}

	private Optional<SaleImport> next() {
		return isStopped() ? Optional.empty() : this.imports.hold();
	}

	/** Takes the rest of one; a line that another node takes meanwhile is not taken. */
	void work(SaleImport run) {
		try (InputStream content = this.uploads.open(run.id()); ExportedFile file = ExportedFile.of(content)) {
			RunFacts facts = this.steps.facts(run);
			new ExportReader(file, run.choices().forReading()).read(new Lines(run, facts));
			if (isStopped()) {
				this.imports.release(run.id());
			}
			else {
				end(run, Status.DONE);
			}
		}
		catch (InvalidInputException ex) {
			log.warn("The file of the import {} cannot be read to its end: {}", run.id(), ex.getMessage());
			this.steps.refuse(run, ImportNote.WHOLE_FILE, null, ex.getMessage());
			end(run, Status.FAILED);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (RuntimeException ex) {
			// Whoever holds it next, in two minutes, goes on where it stopped.
			log.warn("The import {} cannot go on now.", run.id(), ex);
		}
	}

	private void end(SaleImport run, Status status) {
		this.transactions.executeWithoutResult((one) -> {
			if (this.imports.end(run.id(), status)) {
				this.uploads.forget(run.id());
			}
		});
	}

	private boolean isStopped() {
		return this.stopping || Thread.currentThread().isInterrupted();
	}

	/** The row that is under way is taken, and no other. */
	@PreDestroy
	void stop() {
		this.stopping = true;
	}

	/** Leaves out what was dealt with before. */
	private final class Lines implements ExportReader.Rows {

		private final SaleImport run;

		private final RunFacts facts;

		private Lines(SaleImport run, RunFacts facts) {
			this.run = run;
			this.facts = facts;
		}

		@Override
		public boolean row(ExportedRow row) {
			if (row.line() > this.run.atLine()) {
				SaleImportWorker.this.steps.take(this.run, row, this.facts);
			}
			return !isStopped();
		}

		@Override
		public void rejected(long line, String reason) {
			if (line > this.run.atLine()) {
				SaleImportWorker.this.steps.refuse(this.run, line, null, reason);
			}
		}

	}

}
