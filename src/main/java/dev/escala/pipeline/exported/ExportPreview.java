package dev.escala.pipeline.exported;

import java.util.List;

/**
 * What a file is, before anything is done with it.
 *
 * @param system who wrote it
 * @param deals whether its rows are opportunities, and not prospects
 * @param columns what is known of its columns, in the file's order
 * @param rows how many rows there are
 * @param amounts how amounts are read, or {@code null} where there are none or somebody
 * has to say
 * @param dates how dates are read, or {@code null} where that is the same or somebody has
 * to say
 * @param questions what somebody has to say before, in Spanish; the name of the choice as
 * field
 * @param first the first rows
 */
public record ExportPreview(ExportSystem system, boolean deals, List<Column> columns, long rows, AmountStyle amounts,
		DateOrder dates, List<Question> questions, List<ExportedRow> first) {

	public ExportPreview {
		columns = List.copyOf(columns);
		questions = List.copyOf(questions);
		first = List.copyOf(first);
	}

	/**
	 * A column.
	 *
	 * @param name as the file calls it
	 * @param field what it is, or {@code null}: what it says is kept as a note
	 */
	public record Column(String name, ExportField field) {
	}

	/**
	 * What the file does not tell.
	 *
	 * @param choice {@code amounts} or {@code dates}
	 * @param text the question, in Spanish, with an example of the file
	 */
	public record Question(String choice, String text) {
	}

}
