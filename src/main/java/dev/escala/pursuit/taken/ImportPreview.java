package dev.escala.pursuit.taken;

import java.util.List;

import dev.escala.pipeline.exported.ExportSystem;

/**
 * What a file is, before anything of it is taken.
 *
 * @param system whose export it is
 * @param deals whether its rows are opportunities, and not prospects
 * @param columns what each column means
 * @param rows how many rows there are
 * @param amounts how amounts are read, in Spanish, or {@code null}
 * @param dates how dates are read, in Spanish, or {@code null}
 * @param questions what somebody has to choose before
 * @param first the first rows, as they would be taken
 * @param expected what would become of the rows, or {@code null} while there are
 * questions
 * @param notes the first rows that would not be taken as they stand
 */
public record ImportPreview(ExportSystem system, boolean deals, List<Column> columns, long rows, String amounts,
		String dates, List<Question> questions, List<First> first, Expected expected, List<ImportNote> notes) {

	public ImportPreview {
		columns = List.copyOf(columns);
		questions = List.copyOf(questions);
		first = List.copyOf(first);
		notes = List.copyOf(notes);
	}

	/**
	 * A column.
	 *
	 * @param name as the file calls it
	 * @param meaning what it is for us, in Spanish, or {@code null}: kept as a note
	 */
	public record Column(String name, String meaning) {
	}

	/**
	 * What the file does not tell.
	 *
	 * @param choice {@code amounts} or {@code dates}
	 * @param text the question, in Spanish
	 */
	public record Question(String choice, String text) {
	}

	/**
	 * A row.
	 *
	 * @param line its line
	 * @param who whom it is about
	 * @param what what it is called, or the person to speak to
	 * @param stage what became of it there
	 * @param amount with its currency, or empty
	 * @param becomes where it would stand here, in Spanish
	 */
	public record First(long line, String who, String what, String stage, String amount, String becomes) {
	}

	/**
	 * What would become of the rows; another import or somebody's work in between changes
	 * it.
	 *
	 * @param fresh new ones
	 * @param attached how many of these are of a prospect or customer that is known
	 * @param known those of an earlier import, by their own id
	 * @param doubled those that are there otherwise, or twice in the file
	 * @param refused those that cannot be taken
	 * @param won how many of the new ones are won already, and begin no delivery here
	 */
	public record Expected(long fresh, long attached, long known, long doubled, long refused, long won) {
	}

}
