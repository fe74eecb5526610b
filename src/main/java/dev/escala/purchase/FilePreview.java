package dev.escala.purchase;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.escala.web.CsvUpload;

/**
 * The beginning of a file, as its mapping reads it.
 *
 * @param rows the first rows as they stand there
 * @param read how many rows were tried
 * @param problems of these, the ones that would be refused
 */
public record FilePreview(List<List<String>> rows, int read, List<LineProblem> problems) {

	private static final int PREVIEWED = 500;

	static FilePreview of(List<List<String>> rows, CsvUpload file, PurchaseCells cells) throws IOException {
		Sample sample = new Sample(cells);
		try {
			file.read(List.of(), sample);
		}
		catch (EnoughException ex) {
			// The rest is read when it is taken.
		}
		return new FilePreview(rows, sample.read, sample.problems);
	}

	/** Tries the first rows. */
	private static final class Sample implements CsvUpload.Rows {

		private final PurchaseCells cells;

		private final List<LineProblem> problems = new ArrayList<>();

		private int read;

		Sample(PurchaseCells cells) {
			this.cells = cells;
		}

		@Override
		public void row(CsvUpload.Row row) {
			StagedLine line = this.cells.read(row);
			count(line.line(), line.document(), line.customer(), line.refused());
		}

		@Override
		public void rejected(long line, String reason) {
			count(line, null, null, reason);
		}

		private void count(long line, String document, String customer, String refused) {
			this.read++;
			if (refused != null) {
				this.problems.add(new LineProblem(line, document, customer, false, refused));
			}
			if (this.read == PREVIEWED) {
				throw new EnoughException();
			}
		}

	}

	/** Ends the reading of a preview. */
	private static final class EnoughException extends RuntimeException {

	}

}
