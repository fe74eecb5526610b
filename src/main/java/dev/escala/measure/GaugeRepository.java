package dev.escala.measure;

import java.sql.SQLException;

import dev.escala.database.Columns;
import dev.escala.database.Row;

/** What things are measured by, in five columns of the table of each. */
public final class GaugeRepository {

	private GaugeRepository() {
	}

	/** Writes it beside the other columns of a row. */
	public static Columns and(Columns columns, Gauge gauge) {
		return columns.and("measure", gauge.measure())
			.and("hours", gauge.hours())
			.and("figure", gauge.name())
			.and("unit", gauge.unit())
			.and("more_is_better", gauge.moreIsBetter());
	}

	/** Reads it again. */
	public static Gauge of(Row row) throws SQLException {
		return new Gauge(row.text("measure"), row.numberOrNull("hours"), row.text("figure"),
				row.constant("unit", Unit.class), row.flag("more_is_better"));
	}

}
