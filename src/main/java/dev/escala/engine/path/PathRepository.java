package dev.escala.engine.path;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.engine.path.PathFigures.Waited;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What processes did, a row for each transaction, in the table {@code process_path}. */
@Repository
public class PathRepository {

	/**
	 * So many transactions are looked at, the latest, however many there were: they tell
	 * the ways as well as all of them.
	 */
	static final int MOST = 50_000;

	private static final String LATEST = "(SELECT * FROM process_path WHERE at >= ? ORDER BY at DESC LIMIT " + MOST
			+ ") latest";

	private final JdbcClient jdbc;

	PathRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(Instant at, List<String> flows, List<String> steps, List<Long> waits) {
		this.jdbc.sql("INSERT INTO process_path (at, flows, steps, waits) VALUES (?, ?, ?, ?)")
			.params(Stored.value(at), flows.toArray(String[]::new), steps.toArray(String[]::new),
					waits.toArray(Long[]::new))
			.update();
	}

	/**
	 * How often the processes of one model went which way since then, and how long their
	 * tasks waited from being there to being done, day and night.
	 * @param process the key of the model, whichever version
	 */
	public PathFigures figures(String process, Instant since) {
		Map<String, Long> flows = new HashMap<>();
		this.jdbc
			.sql("SELECT split_part(flow, ':', 2) AS element, count(*) AS times FROM " + LATEST
					+ ", unnest(flows) flow WHERE split_part(flow, ':', 1) = ? GROUP BY 1")
			.params(Stored.values(since, process))
			.query(Row.each((row) -> flows.put(row.text("element"), row.longNumber("times"))));
		Map<String, Waited> steps = new HashMap<>();
		this.jdbc
			.sql("""
					SELECT split_part(step, ':', 2) AS element, count(*) AS times,
					  percentile_disc(0.5) WITHIN GROUP (ORDER BY wait) AS median
					FROM """ + " " + LATEST + ", unnest(steps, waits) AS waited (step, wait)"
					+ " WHERE split_part(step, ':', 1) = ? GROUP BY 1")
			.params(Stored.values(since, process))
			.query(Row.each((row) -> steps.put(row.text("element"), waited(row))));
		return new PathFigures(flows, steps);
	}

	private static Waited waited(Row row) throws SQLException {
		return new Waited(row.longNumber("times"), Duration.ofMillis(row.longNumber("median")));
	}

	/** From when on the figures count: since then, or later where there is more. */
	public Optional<Instant> first(Instant since) {
		return this.jdbc.sql("SELECT min(at) AS first FROM " + LATEST)
			.params(Stored.values(since))
			.query(Row.as((row) -> Optional.ofNullable(row.instant("first"))))
			.single();
	}

}
