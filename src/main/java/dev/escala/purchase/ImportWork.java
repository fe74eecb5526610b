package dev.escala.purchase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import dev.escala.purchase.PurchaseImport.Counts;
import dev.escala.purchase.PurchaseImportRepository.Progress;
import dev.escala.web.CsvUpload;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The work of one import, from wherever it stopped: first the lines are read, then their
 * documents are taken. Each step is a transaction that says how far it has come, so that
 * a node that dies loses none and repeats none, and of two that work on the same one each
 * step is done once.
 */
@Component
class ImportWork {

	private static final int LINES = 2000;

	private final PurchaseImportRepository imports;

	private final StagedLineRepository lines;

	private final PurchaseBook book;

	private final GoodsCodes codes;

	private final PurchaseProperties properties;

	private final Clock clock;

	private final ZoneId zone;

	private final TransactionTemplate transaction;

	ImportWork(PurchaseImportRepository imports, StagedLineRepository lines, PurchaseBook book, GoodsCodes codes,
			PurchaseProperties properties, Clock clock, @Value("${escala.zone}") ZoneId zone,
			PlatformTransactionManager transactions) {
		this.imports = imports;
		this.lines = lines;
		this.book = book;
		this.codes = codes;
		this.properties = properties;
		this.clock = clock;
		this.zone = zone;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Goes on until the end.
	 * @param stopping says whether to leave the rest to another node
	 */
	void run(PurchaseImport one, BooleanSupplier stopping) {
		if (!one.readAll()) {
			read(one, stopping);
		}
		this.lines.measure();
		boolean more = true;
		while (more && !stopping.getAsBoolean()) {
			more = Boolean.TRUE.equals(this.transaction.execute((status) -> step(one)));
		}
	}

	PurchaseCells cells(PurchaseMapping mapping) {
		return new PurchaseCells(mapping, this.codes.now(), this.properties.currencies(),
				LocalDate.ofInstant(this.clock.instant(), this.zone));
	}

	CsvUpload file(long id) {
		try (InputStream content = this.imports.content(id)) {
			return CsvUpload.of(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void read(PurchaseImport one, BooleanSupplier stopping) {
		Reading reading = new Reading(one, cells(one.mapping()), stopping);
		try (CsvUpload file = file(one.id())) {
			file.read(List.of(), reading);
			reading.end();
		}
		catch (LeftException ex) {
			// Another node goes on, or the next start.
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Takes some documents, or ends the import; says whether there may be more. */
	private boolean step(PurchaseImport one) {
		Progress progress = this.imports.lock(one.id()).orElse(null);
		if (progress == null || !progress.readAll()) {
			return false;
		}
		int created = this.book.take(one.id(), one.mapping().createCustomers(), one.sentBy());
		if (created >= 0) {
			this.imports.took(one.id(), created);
			return true;
		}
		this.imports.done(one.id(), counts(this.lines.outcomes(one.id())));
		this.lines.forgetTaken(one.id());
		return false;
	}

	static Counts counts(Map<String, Long> outcomes) {
		return new Counts(outcomes.values().stream().mapToLong(Long::longValue).sum(),
				outcomes.getOrDefault("TAKEN", 0L), outcomes.getOrDefault("KNOWN", 0L),
				outcomes.getOrDefault("APART", 0L), outcomes.getOrDefault("REFUSED", 0L));
	}

	/** Collects lines, and keeps some at once. */
	private final class Reading implements CsvUpload.Rows {

		private final PurchaseImport one;

		private final PurchaseCells cells;

		private final BooleanSupplier stopping;

		private final List<StagedLine> waiting = new ArrayList<>(LINES);

		private long readTo = -1;

		Reading(PurchaseImport one, PurchaseCells cells, BooleanSupplier stopping) {
			this.one = one;
			this.cells = cells;
			this.stopping = stopping;
		}

		@Override
		public void row(CsvUpload.Row row) {
			if (isNew(row.line())) {
				add(this.cells.read(row));
			}
		}

		@Override
		public void rejected(long line, String reason) {
			if (isNew(line)) {
				add(StagedLine.refused(line, null, null, reason));
			}
		}

		private boolean isNew(long line) {
			if (this.readTo < 0) {
				this.readTo = ImportWork.this.transaction
					.execute((status) -> ImportWork.this.imports.lock(this.one.id()).map(Progress::readTo))
					.orElseThrow(LeftException::new);
			}
			return line > this.readTo;
		}

		private void add(StagedLine line) {
			this.waiting.add(line);
			if (this.waiting.size() == LINES) {
				keep(false);
			}
		}

		void end() {
			isNew(0);
			keep(true);
		}

		private void keep(boolean all) {
			long last = this.waiting.isEmpty() ? this.readTo : this.waiting.get(this.waiting.size() - 1).line();
			ImportWork.this.transaction.executeWithoutResult((status) -> {
				Progress progress = ImportWork.this.imports.lock(this.one.id()).orElseThrow(LeftException::new);
				if (progress.readTo() != this.readTo || progress.readAll() || this.stopping.getAsBoolean()) {
					throw new LeftException();
				}
				if (!this.waiting.isEmpty()) {
					ImportWork.this.lines.add(this.one.id(), this.waiting);
				}
				ImportWork.this.imports.progress(this.one.id(), last, all);
			});
			this.readTo = last;
			this.waiting.clear();
		}

	}

	/** Somebody else reads the file, or this node stops. */
	private static final class LeftException extends RuntimeException {

	}

}
