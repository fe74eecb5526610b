package dev.escala.pipeline.exported;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.escala.validation.FieldProblem;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.CsvUpload;

/**
 * Reads an export twice: first all of it, to learn how it is written, then row by row.
 * The memory it needs does not grow with the file.
 */
public final class ExportReader {

	private static final int FIRST = 10;

	private final ExportedFile file;

	private final ExportChoices choices;

	private final ExportHeader header;

	private final ColumnStyles styles = new ColumnStyles();

	private final long rows;

	/**
	 * Learns how the file is written.
	 * @throws InvalidInputException for the field {@code file} where it has no header
	 * that anybody knows, or mixes two ways to write
	 */
	public ExportReader(ExportedFile file, ExportChoices choices) {
		this.file = file;
		this.choices = choices;
		this.header = ExportHeader.of(file);
		long[] counted = new long[1];
		records((line, cells, child) -> {
			counted[0] += child ? 0 : 1;
			for (int i = 0; i < Math.min(cells.size(), this.header.fields().size()); i++) {
				String text = CellTexts.clean(cells.get(i));
				Optional<ExportField> field = this.header.fields().get(i);
				if (field.isPresent() && !text.isEmpty()) {
					this.styles.look(field.get(), text, line);
				}
			}
			return true;
		});
		this.rows = counted[0];
		this.styles.amounts(choices.amounts());
		this.styles.dates(choices.dates());
	}

	/** What the file is. */
	public ExportPreview preview() {
		List<ExportPreview.Column> columns = new ArrayList<>();
		for (int i = 0; i < this.header.names().size(); i++) {
			columns.add(new ExportPreview.Column(this.header.names().get(i), this.header.fields().get(i).orElse(null)));
		}
		List<ExportPreview.Question> questions = this.styles.questions(this.choices);
		List<ExportedRow> first = new ArrayList<>();
		if (questions.isEmpty()) {
			read(new Rows() {

				@Override
				public boolean row(ExportedRow row) {
					first.add(row);
					return first.size() < FIRST;
				}

				@Override
				public void rejected(long line, String reason) {
					// Told when the rows are taken over.
				}

			});
		}
		return new ExportPreview(this.header.system(), this.header.isDeals(), columns, this.rows,
				this.styles.amounts(this.choices.amounts()), this.styles.dates(this.choices.dates()), questions, first);
	}

	/**
	 * Reads the rows.
	 * @throws InvalidInputException for {@code amounts} or {@code dates} where somebody
	 * has to say first how they are written
	 */
	public void read(Rows rows) {
		List<ExportPreview.Question> questions = this.styles.questions(this.choices);
		if (!questions.isEmpty()) {
			throw new InvalidInputException(questions.stream()
				.map((question) -> new FieldProblem(question.choice(), question.text()))
				.toList());
		}
		RowReader reader = new RowReader(this.header, this.styles.amounts(this.choices.amounts()),
				this.styles.dates(this.choices.dates()), this.header.system().zone(this.choices.zone()),
				this.file.isTrimmed());
		RowReader.Pending[] pending = new RowReader.Pending[1];
		boolean[] more = { true };
		records((line, cells, child) -> {
			if (child && pending[0] != null) {
				pending[0].add(cells);
				return true;
			}
			more[0] = pending[0] == null || pending[0].give(rows);
			pending[0] = reader.row(line, cells);
			return more[0];
		});
		if (more[0] && pending[0] != null) {
			pending[0].give(rows);
		}
	}

	/** The records below the header, without what is no row. */
	private void records(Below below) {
		boolean[] blank = new boolean[1];
		int key = this.header.key();
		this.file.scan((line, cells) -> {
			long filled = cells.stream().filter((cell) -> !cell.isBlank()).count();
			if (line <= this.header.line()) {
				return true;
			}
			if (filled == 0) {
				blank[0] = true;
				return true;
			}
			// One cell below an empty line is what a report says of itself at its end.
			if (filled == 1 && blank[0] && this.header.names().size() > 1) {
				return false;
			}
			blank[0] = false;
			boolean group = this.header.system() == ExportSystem.ODOO && filled == 1
					&& cells.get(0).strip().matches(".* \\(\\d+\\)");
			boolean child = this.header.system().hasChildRows() && key >= 0
					&& (cells.size() <= key || cells.get(key).isBlank());
			return group || below.record(line, cells, child);
		});
	}

	/** Takes the rows one by one. */
	public interface Rows {

		/**
		 * A row.
		 * @return whether to go on
		 */
		boolean row(ExportedRow row);

		/**
		 * A row that cannot be read; the others follow.
		 * @param line number of its first line, from 1
		 * @param reason why, in Spanish
		 */
		void rejected(long line, String reason);

	}

	/** A record below the header. */
	private interface Below {

		boolean record(long line, List<String> cells, boolean child);

	}

}
