package dev.escala.pursuit.taken.row;

import java.util.List;

import dev.escala.pursuit.taken.ImportNote;
import dev.escala.pursuit.taken.SaleImport;
import dev.escala.pursuit.taken.SaleImport.Outcome;
import dev.escala.reference.CaseNumber;

/**
 * What became of a row.
 *
 * @param outcome as what it counts
 * @param notes what somebody should read of it
 */
record RowResult(Outcome outcome, List<ImportNote> notes) {

	RowResult {
		notes = List.copyOf(notes);
	}

	static RowResult of(Outcome outcome) {
		return new RowResult(outcome, List.of());
	}

	static RowResult of(Outcome outcome, SaidRow row, ImportNote.Kind kind, String reason, CaseNumber number) {
		return new RowResult(outcome, List.of(new ImportNote(row.line(), kind, row.name(), reason, number)));
	}

}
