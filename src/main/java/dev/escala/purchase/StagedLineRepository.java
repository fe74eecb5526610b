package dev.escala.purchase;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.escala.database.Row;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of files that wait for their document to be taken, and their problems. */
@Repository
class StagedLineRepository {

	private final JdbcClient jdbc;

	StagedLineRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(long importId, List<StagedLine> lines) {
		this.jdbc
			.sql("""
					INSERT INTO purchase_import_line (import_id, line, document, customer_text, bought_on, product, variety,
					  quantity, cents, currency, channel, cancels, goods, reason, outcome)
					SELECT ?, n.*, CASE WHEN n.refused IS NOT NULL THEN 'REFUSED' END
					FROM unnest(?::bigint[], ?::text[], ?::text[], ?::date[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
					  ?::text[], ?::text[], ?::text[], ?::boolean[], ?::text[])
					  AS n (line, document, customer, bought_on, product, variety, quantity, cents, currency, channel, cancels,
					  goods, refused)
					""")
			.params(importId, texts(lines, StagedLine::line), texts(lines, StagedLine::document),
					texts(lines, StagedLine::customer), texts(lines, StagedLine::boughtOn),
					texts(lines, StagedLine::product), texts(lines, StagedLine::variety),
					texts(lines, StagedLine::quantity), texts(lines, StagedLine::cents),
					texts(lines, StagedLine::currency), texts(lines, StagedLine::channel),
					texts(lines, StagedLine::cancels), texts(lines, StagedLine::goods),
					texts(lines, StagedLine::refused))
			.update();
	}

	private static String[] texts(List<StagedLine> lines, Function<StagedLine, Object> part) {
		return lines.stream().map(part).map((one) -> (one == null) ? null : one.toString()).toArray(String[]::new);
	}

	/** Tells the database what just came, which its plans would take for nothing. */
	void measure() {
		this.jdbc.sql("ANALYZE purchase_import_line").update();
	}

	/** How many lines came to what; {@code WAITING} are those of which that is open. */
	Map<String, Long> outcomes(long importId) {
		Map<String, Long> outcomes = new TreeMap<>();
		this.jdbc.sql("""
				SELECT coalesce(outcome, 'WAITING') AS outcome, count(*) AS lines FROM purchase_import_line
				WHERE import_id = ? GROUP BY 1
				""")
			.param(importId)
			.query(Row.each((row) -> outcomes.put(row.text("outcome"), row.longNumber("lines"))));
		return outcomes;
	}

	/** Lines that were not taken, or are kept apart, in the order of the file. */
	List<LineProblem> problems(long importId, long after, int most) {
		return this.jdbc.sql("""
				SELECT line, document, customer_text, outcome, reason FROM purchase_import_line
				WHERE import_id = ? AND outcome IN ('REFUSED', 'APART') AND line > ? ORDER BY line LIMIT ?
				""")
			.params(importId, after, most)
			.query(Row.as((row) -> new LineProblem(row.longNumber("line"), row.text("document"),
					row.text("customer_text"), row.text("outcome").equals("APART"), row.text("reason"))))
			.list();
	}

	/** All of them, chunk by chunk. */
	void eachProblem(long importId, int chunk, Consumer<LineProblem> use) {
		List<LineProblem> some = problems(importId, 0, chunk);
		while (!some.isEmpty()) {
			some.forEach(use);
			some = problems(importId, some.get(some.size() - 1).line(), chunk);
		}
	}

	/** What has become a purchase needs no second place. */
	void forgetTaken(long importId) {
		this.jdbc.sql("DELETE FROM purchase_import_line WHERE import_id = ? AND outcome IN ('TAKEN', 'KNOWN')")
			.param(importId)
			.update();
	}

}
