package dev.escala.customer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.customer.ImportReport.Rejection;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.Refusal;
import dev.escala.web.CsvUpload;

import org.springframework.stereotype.Service;

/**
 * Takes customers from a CSV file. Rows with one code belong together wherever they
 * stand; each row may add a contact and a service. What a file says is added to what is
 * known and never removes a contact or a service. Each customer is a transaction of its
 * own, and a wrong row rejects its whole customer, never another.
 * <p>
 * The file is read twice: first to find wrong rows, which may stand below good ones of
 * the same customer, then to store. In memory are one entry for each customer and the
 * rows of one.
 */
@Service
public class CustomerImport {

	private static final int MAX_PROBLEMS = 1000;

	/** Far more rows than a customer may have parts; then a group is stored in pieces. */
	private static final int MAX_GROUP = 1000;

	private final CustomerMerge merge;

	CustomerImport(CustomerMerge merge) {
		this.merge = merge;
	}

	/**
	 * Imports a file.
	 * @throws InvalidInputException where the file as a whole cannot be read
	 */
	public ImportReport run(CsvUpload upload) {
		Run run = new Run();
		upload.read(CustomerRow.COLUMNS, run.new Check());
		Store store = new Store(run);
		upload.read(CustomerRow.COLUMNS, store);
		store.flush();
		return run.report();
	}

	private enum Result {

		CREATED, CHANGED, UNCHANGED, REJECTED

	}

	/** What one import knows so far. */
	private static final class Run {

		private final Map<String, CustomerRow> firsts = new HashMap<>();

		private final Map<String, Result> results = new HashMap<>();

		private final List<Rejection> problems = new ArrayList<>();

		private long rows;

		private long nameless;

		private void reject(long line, String code, String reason) {
			if (code == null) {
				this.nameless++;
			}
			else {
				this.results.put(code, Result.REJECTED);
			}
			if (this.problems.size() < MAX_PROBLEMS) {
				this.problems.add(new Rejection(line, code, reason));
			}
		}

		private ImportReport report() {
			return new ImportReport(this.rows, this.results.size(), count(Result.CREATED), count(Result.CHANGED),
					count(Result.UNCHANGED), count(Result.REJECTED) + this.nameless, this.problems);
		}

		private long count(Result wanted) {
			return this.results.values().stream().filter((result) -> result == wanted).count();
		}

		/** First reading: finds what is wrong. */
		private final class Check implements CsvUpload.Rows {

			@Override
			public void row(CsvUpload.Row cells) {
				Run.this.rows++;
				try {
					CustomerRow row = CustomerRow.read(cells);
					CustomerRow first = Run.this.firsts.get(row.code());
					if (first != null) {
						row.contradicts(first)
							.ifPresent((column) -> reject(row.line(), row.code(), "La columna " + column
									+ " no coincide con la de otra fila anterior (línea " + first.line() + ")."));
					}
					Run.this.firsts.put(row.code(), row.withoutParts((first != null) ? first : row));
				}
				catch (InvalidInputException ex) {
					reject(cells.line(), usable(CustomerRow.code(cells)), ex.getMessage());
				}
			}

			@Override
			public void rejected(long line, String reason) {
				Run.this.rows++;
				reject(line, null, reason);
			}

			/** A code that is itself wrong names no customer. */
			private String usable(String code) {
				return (code != null && code.matches("[A-Z0-9_-]{2,20}")) ? code : null;
			}

		}

	}

	/** Second reading: stores what is right. */
	private final class Store implements CsvUpload.Rows {

		private final Run run;

		private final List<CustomerRow> group = new ArrayList<>();

		Store(Run run) {
			this.run = run;
		}

		@Override
		public void row(CsvUpload.Row cells) {
			String code = CustomerRow.code(cells);
			if (!this.run.firsts.containsKey(code) || this.run.results.get(code) == Result.REJECTED) {
				return;
			}
			if (!this.group.isEmpty() && (!this.group.get(0).code().equals(code) || this.group.size() >= MAX_GROUP)) {
				flush();
			}
			this.group.add(CustomerRow.read(cells));
		}

		@Override
		public void rejected(long line, String reason) {
			// Told by the first reading.
		}

		private void flush() {
			if (this.group.isEmpty()) {
				return;
			}
			String code = this.group.get(0).code();
			try {
				CustomerMerge.Change change = CustomerImport.this.merge.merge(this.run.firsts.get(code), this.group);
				this.run.results.merge(code, Result.valueOf(change.name()), this::strongest);
			}
			catch (Refusal ex) {
				this.run.reject(this.group.get(0).line(), code, ex.getMessage());
			}
			this.group.clear();
		}

		/** A customer whose rows lie apart is stored in pieces, and counts once. */
		private Result strongest(Result before, Result now) {
			return (before.compareTo(now) <= 0) ? before : now;
		}

	}

}
