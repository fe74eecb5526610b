package dev.escala.modelgate.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.escala.modelgate.Problem;

/** The problems of one table, each with the words in which its owner finds the place. */
final class TableFindings {

	private final TableModel table;

	private final List<Problem> refused = new ArrayList<>();

	private final List<Problem> warnings = new ArrayList<>();

	TableFindings(TableModel table) {
		this.table = table;
	}

	/** Something in a cell. */
	void cell(boolean refuses, TableModel.Rule rule, String column, String what, String how) {
		add(refuses, rule.id(), place(rule) + ", columna «" + column + "»", what, how);
	}

	/** Something in a rule. */
	void rule(boolean refuses, TableModel.Rule rule, String what, String how) {
		add(refuses, rule.id(), place(rule), what, how);
	}

	/** Something in a column. */
	void column(boolean refuses, String column, String what, String how) {
		add(refuses, this.table.key(), "Tabla «" + this.table.name() + "», columna «" + column + "»", what, how);
	}

	/** Something in the whole table. */
	void table(boolean refuses, String what, String how) {
		add(refuses, this.table.key(), "Tabla «" + this.table.name() + "»", what, how);
	}

	private String place(TableModel.Rule rule) {
		return "Tabla «" + this.table.name() + "», regla " + this.table.place(rule);
	}

	private void add(boolean refuses, String element, String label, String what, String how) {
		if (refuses) {
			this.refused.add(Problem.refused(this.table.file(), element, label, what, how));
		}
		else {
			this.warnings.add(Problem.warning(this.table.file(), element, label, what, how));
		}
	}

	/** All, those that refuse first. */
	List<Problem> all() {
		return Stream.concat(this.refused.stream(), this.warnings.stream()).toList();
	}

}
