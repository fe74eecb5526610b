package dev.escala.measure;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Figures that people entered, in the table {@code entered_figure}. */
@Repository
class EnteredFigureRepository {

	private final JdbcClient jdbc;

	EnteredFigureRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps the figure of a month, also in place of another. */
	void save(CaseNumber number, YearMonth month, BigDecimal value, UserId by, Instant at) {
		Columns.set("number", number)
			.and("month", month.atDay(1))
			.and("value", value)
			.and("entered_by", by)
			.and("entered_at", at)
			.save("entered_figure", List.of("number", "month"), this.jdbc);
	}

	Map<YearMonth, Counted> find(CaseNumber number, Months months) {
		Map<YearMonth, Counted> found = new HashMap<>();
		this.jdbc.sql("SELECT month, value FROM entered_figure WHERE number = ? AND month BETWEEN ? AND ?")
			.params(number.value(), months.first().atDay(1), months.last().atDay(1))
			.query(Row
				.each((row) -> found.put(YearMonth.from(row.day("month")), new Counted(row.decimal("value"), 1))));
		return found;
	}

}
