package dev.escala.pursuit.taken.row;

import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.pipeline.exported.ExportField;
import dev.escala.validation.FieldProblem;
import dev.escala.validation.InvalidInputException;

/** In which column of a file stands what the fields of our forms ask for. */
final class OurColumns {

	private static final Map<String, ExportField> COLUMNS = Map.ofEntries(
			Map.entry("lossReason", ExportField.LOST_REASON), Map.entry("lossNote", ExportField.LOST_REASON),
			Map.entry("lesson", ExportField.LESSON), Map.entry("competitor", ExportField.COMPETITOR),
			Map.entry("weakPoints", ExportField.WEAK_POINTS), Map.entry("analyst", ExportField.ANALYST),
			Map.entry("contactEmail", ExportField.EMAIL), Map.entry("contactPhone", ExportField.PHONE),
			Map.entry("contactName", ExportField.FULL_NAME), Map.entry("contactTitle", ExportField.JOB_TITLE),
			Map.entry("company", ExportField.COMPANY), Map.entry("party", ExportField.COMPANY),
			Map.entry("name", ExportField.COMPANY), Map.entry("title", ExportField.TITLE),
			Map.entry("request", ExportField.TITLE), Map.entry("sector", ExportField.SECTOR),
			Map.entry("employees", ExportField.EMPLOYEES), Map.entry("amount", ExportField.AMOUNT),
			Map.entry("currency", ExportField.CURRENCY));

	private OurColumns() {
	}

	/** Each problem with the column where it is put right, in Spanish. */
	static String explain(InvalidInputException refusal) {
		return refusal.problems().stream().map(OurColumns::explain).collect(Collectors.joining(" "));
	}

	private static String explain(FieldProblem problem) {
		ExportField column = COLUMNS.get(problem.field());
		return (column == null) ? problem.message() : "Columna «" + column.label() + "»: " + problem.message();
	}

}
