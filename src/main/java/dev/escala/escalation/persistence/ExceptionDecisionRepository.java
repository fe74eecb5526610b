package dev.escala.escalation.persistence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.database.Conditions;
import dev.escala.database.Row;
import dev.escala.database.SearchRepository;
import dev.escala.escalation.ExceptionDecision;
import dev.escala.visibility.CasePartyRepository;
import dev.escala.visibility.Seen;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The decisions on exceptions that notes of cases keep. */
@Repository
public class ExceptionDecisionRepository {

	/** How {@code Exceptions} begins the note of a no. */
	private static final String GRANTED = "d.text NOT LIKE 'No se concede.%'";

	private static final String FROM = """
			 FROM case_note d JOIN escalation e ON e.number = d.case_number
			LEFT JOIN customer c ON c.id = e.customer_id""";

	/** What was granted with it; of a refusal what was asked for last. */
	private static final String WHAT = """
			coalesce((
			  SELECT string_agg(w.text, E'\\n' ORDER BY w.id) FROM case_note w
			  WHERE w.case_number = d.case_number AND w.kind IN ('EXCEPTION', 'RESOURCES') AND w.author = d.author
			    AND w.id < d.id AND w.id > coalesce((
			      SELECT max(b.id) FROM case_note b
			      WHERE b.case_number = d.case_number AND b.kind = 'EXCEPTION_DECISION' AND b.id < d.id), 0)), (
			  SELECT r.text FROM case_note r
			  WHERE r.case_number = d.case_number AND r.kind = 'EXCEPTION_REQUEST' AND r.id < d.id
			  ORDER BY r.id DESC LIMIT 1)) AS what""";

	private static final String WORD = """
			e.search LIKE ? OR search_plain(coalesce(c.name, '')) LIKE ? OR EXISTS (
			  SELECT FROM case_note w WHERE w.case_number = d.case_number
			    AND w.kind IN ('EXCEPTION', 'RESOURCES', 'EXCEPTION_REQUEST', 'EXCEPTION_DECISION')
			    AND search_plain(w.text) LIKE ?)""";

	private final JdbcClient jdbc;

	private final SearchRepository search;

	ExceptionDecisionRepository(JdbcClient jdbc, SearchRepository search) {
		this.jdbc = jdbc;
		this.search = search;
	}

	/** How many there are that were granted, and how many that were not. */
	public Map<Boolean, Long> counts(String text, Seen seen) {
		Conditions matching = matching(text, seen);
		Map<Boolean, Long> counts = new HashMap<>(Map.of(true, 0L, false, 0L));
		this.jdbc
			.sql("SELECT " + GRANTED + " AS granted, count(*) AS decisions" + FROM + matching.where() + " GROUP BY 1")
			.params(matching.values())
			.query(Row.each((row) -> counts.put(row.flag("granted"), row.longNumber("decisions"))));
		return counts;
	}

	/**
	 * A part of them, the last one first.
	 * @param text words of the case or of what was decided, or {@code null}
	 * @param granted only those, or only the others; {@code null} for both
	 * @param total how many there are, as {@link #counts} says
	 */
	public Page<ExceptionDecision> page(String text, Boolean granted, Seen seen, PageRequest part, long total) {
		Conditions matching = matching(text, seen);
		if (granted != null) {
			matching.that("(" + GRANTED + ") = ?", granted);
		}
		List<ExceptionDecision> items = this.jdbc
			.sql("SELECT d.case_number, d.text, d.author, d.written_at, " + GRANTED + " AS granted, e.subject,"
					+ " coalesce(c.name, e.customer_text) AS customer, " + WHAT + FROM + matching.where()
					+ " ORDER BY d.written_at DESC, d.id DESC LIMIT ? OFFSET ?")
			.params(matching.values(part.size(), part.offset()))
			.query(Row.as((row) -> new ExceptionDecision(row.caseNumber("case_number"), row.text("subject"),
					row.text("customer"), row.flag("granted"), row.text("what"), row.text("text"), row.userId("author"),
					row.instant("written_at"))))
			.list();
		return new Page<>(items, part.page(), part.size(), total);
	}

	private Conditions matching(String text, Seen seen) {
		Conditions conditions = new Conditions().that("d.kind = 'EXCEPTION_DECISION'");
		CasePartyRepository.restrict(conditions, "d.case_number", seen);
		if (text != null) {
			this.search.search(conditions, text, "d.case_number", WORD, null);
		}
		return conditions;
	}

}
