package dev.escala.clock.recalculation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table of recalculations. Whoever takes the rows of a case does so before locking
 * anything else of the case.
 */
@Repository
class RecalculationRepository {

	/**
	 * Only the oldest row of a case stands for it: two nodes never take one case each by
	 * another row.
	 */
	private static final String NEXT = """
			SELECT r.case_number FROM recalculation r
			WHERE r.failed_at IS NULL AND (r.next_at IS NULL OR r.next_at <= ?) AND NOT (r.case_number = ANY(?))
			  AND NOT EXISTS (SELECT 1 FROM recalculation older
			    WHERE older.case_number = r.case_number AND older.failed_at IS NULL AND older.id < r.id)
			ORDER BY r.id LIMIT 1 FOR UPDATE OF r SKIP LOCKED""";

	private final JdbcClient jdbc;

	RecalculationRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(Collection<CaseNumber> cases, String reason, Instant now) {
		this.jdbc
			.sql("INSERT INTO recalculation (case_number, reason, wanted_at) "
					+ "SELECT number, ?, ? FROM unnest(?::text[]) AS number")
			.params(Stored.values(reason, now, Stored.texts(cases)))
			.update();
	}

	void addFailed(CaseNumber caseNumber, String reason, String failure, Instant now) {
		Columns.set("case_number", caseNumber)
			.and("reason", reason)
			.and("wanted_at", now)
			.and("failed_at", now)
			.and("failure", failure)
			.insertInto("recalculation", this.jdbc)
			.update();
	}

	Optional<CaseNumber> next(Collection<CaseNumber> except, Instant now) {
		return this.jdbc.sql(NEXT)
			.params(Stored.values(now, Stored.texts(except)))
			.query(Row.as((row) -> row.caseNumber("case_number")))
			.optional();
	}

	/**
	 * Takes all that is wanted for a case, also what failed; a rollback gives it back.
	 */
	Optional<WantedRecalculation> take(CaseNumber caseNumber) {
		List<Wanted> rows = this.jdbc
			.sql("DELETE FROM recalculation WHERE case_number = ? RETURNING id, reason, attempts, failed_at")
			.param(caseNumber.value())
			.query(Row.as((row) -> new Wanted(row.longNumber("id"), row.text("reason"), row.number("attempts"),
					row.instant("failed_at") != null)))
			.list();
		if (rows.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(new WantedRecalculation(caseNumber,
				rows.stream().map(Wanted::reason).distinct().collect(Collectors.joining(" ")),
				rows.stream().mapToInt(Wanted::attempts).max().orElse(0), rows.stream().anyMatch(Wanted::failed),
				rows.stream().map(Wanted::id).toList()));
	}

	boolean failed(WantedRecalculation wanted, String failure, Instant now) {
		return this.jdbc.sql("UPDATE recalculation SET failed_at = ?, failure = ? WHERE id = ANY(?)")
			.params(Stored.values(now, failure, wanted.rows().toArray(Long[]::new)))
			.update() > 0;
	}

	void later(WantedRecalculation wanted, Instant next) {
		this.jdbc.sql("UPDATE recalculation SET attempts = ?, next_at = ? WHERE id = ANY(?) AND failed_at IS NULL")
			.params(Stored.values(wanted.attempts() + 1, next, wanted.rows().toArray(Long[]::new)))
			.update();
	}

	List<CaseNumber> failedCases() {
		return this.jdbc.sql("SELECT DISTINCT case_number FROM recalculation WHERE failed_at IS NOT NULL")
			.query(Row.as((row) -> row.caseNumber("case_number")))
			.list();
	}

	Optional<String> failure(CaseNumber caseNumber) {
		return this.jdbc
			.sql("SELECT failure FROM recalculation WHERE case_number = ? AND failed_at IS NOT NULL "
					+ "ORDER BY failed_at DESC, id DESC LIMIT 1")
			.param(caseNumber.value())
			.query(String.class)
			.optional();
	}

	Recalculations.Progress progress() {
		return this.jdbc
			.sql("SELECT count(DISTINCT case_number) FILTER (WHERE failed_at IS NULL) AS waiting, "
					+ "count(DISTINCT case_number) FILTER (WHERE failed_at IS NOT NULL) AS failed, "
					+ "min(wanted_at) FILTER (WHERE failed_at IS NULL) AS oldest FROM recalculation")
			.query(Row.as((row) -> new Recalculations.Progress(row.longNumber("waiting"), row.longNumber("failed"),
					row.instant("oldest"))))
			.single();
	}

	/** Each case once, what failed first, then by how long it has waited. */
	List<Recalculations.Waiting> waiting(int most) {
		return this.jdbc.sql("""
				SELECT case_number, string_agg(DISTINCT reason, ' ') AS reason, min(wanted_at) AS wanted_at,
				  bool_or(failed_at IS NOT NULL) AS failed,
				  (array_agg(failure ORDER BY failed_at DESC NULLS LAST, id DESC))[1] AS failure
				FROM recalculation GROUP BY case_number
				ORDER BY failed DESC, wanted_at, case_number LIMIT ?""")
			.param(most)
			.query(Row.as((row) -> new Recalculations.Waiting(row.caseNumber("case_number"), row.text("reason"),
					row.instant("wanted_at"), row.flag("failed") ? row.text("failure") : null)))
			.list();
	}

	private record Wanted(long id, String reason, int attempts, boolean failed) {
	}

}
