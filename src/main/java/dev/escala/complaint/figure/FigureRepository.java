package dev.escala.complaint.figure;

import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.complaint.ComplaintDoor;
import dev.escala.complaint.ComplaintOutcome;
import dev.escala.complaint.ComplaintPhase;
import dev.escala.complaint.classification.ComplaintKind;
import dev.escala.customer.Product;
import dev.escala.database.Row;
import dev.escala.database.Stored;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The facts of complaints that figures are made of; no text that anybody wrote is among
 * them, so that figures outlive the texts.
 */
@Repository
class FigureRepository {

	private final JdbcClient jdbc;

	FigureRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Of what was presented from an instant on and before another, in no order.
	 * @param zone in which months begin
	 */
	List<ComplaintFact> facts(Instant from, Instant before, ZoneId zone) {
		Map<String, List<ComplaintFact.Term>> terms = terms(from, before);
		return this.jdbc.sql("""
				SELECT c.number, c.presented_at, c.kind, c.door, c.language, c.country, c.region, c.product, c.reason,
				  c.phase, c.outcome, extract(epoch FROM c.answered_at - c.presented_at) AS seconds, c.heard, c.solved,
				  u.asked, u.completed, p.granted, p.partly, p.refused
				FROM complaint c
				  LEFT JOIN LATERAL (SELECT count(*) AS asked, count(completed_at) AS completed
				    FROM complaint_cure WHERE complaint_number = c.number) u ON true
				  LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE ruling = 'GRANTED') AS granted,
				      count(*) FILTER (WHERE ruling = 'PARTLY') AS partly,
				      count(*) FILTER (WHERE ruling = 'REFUSED') AS refused
				    FROM complaint_point WHERE matter_number = c.number) p ON true
				WHERE c.presented_at >= ? AND c.presented_at < ?
				""")
			.params(Stored.values(from, before))
			.query(Row.as((row) -> fact(row, zone, terms.getOrDefault(row.text("number"), List.of()))))
			.list();
	}

	private static ComplaintFact fact(Row row, ZoneId zone, List<ComplaintFact.Term> terms) throws SQLException {
		boolean judged = row.text("solved") != null;
		return new ComplaintFact(YearMonth.from(row.instant("presented_at").atZone(zone)),
				row.constant("kind", ComplaintKind.class), row.constant("door", ComplaintDoor.class),
				row.text("language"), row.text("country"), row.text("region"), row.constant("product", Product.class),
				row.text("reason"), row.constant("phase", ComplaintPhase.class),
				row.constant("outcome", ComplaintOutcome.class),
				(row.decimal("seconds") == null) ? null : row.decimal("seconds").doubleValue(), row.number("asked"),
				row.number("completed"), row.number("granted"), row.number("partly"), row.number("refused"),
				judged ? row.flag("heard") : null, judged ? row.flag("solved") : null, terms);
	}

	private Map<String, List<ComplaintFact.Term>> terms(Instant from, Instant before) {
		Map<String, List<ComplaintFact.Term>> terms = new HashMap<>();
		this.jdbc
			.sql("""
					SELECT t.complaint_number, t.code, t.norm, t.binding, t.due_at, t.missed_at IS NOT NULL AS missed, t.met_at
					FROM complaint_term t JOIN complaint c ON c.number = t.complaint_number
					WHERE t.due_at IS NOT NULL AND c.presented_at >= ? AND c.presented_at < ?
					""")
			.params(Stored.values(from, before))
			.query(Row.each((row) -> terms.computeIfAbsent(row.text("complaint_number"), (number) -> new ArrayList<>())
				.add(new ComplaintFact.Term(row.text("code"), row.text("norm"), row.flag("binding"),
						row.instant("due_at"), row.flag("missed"), row.instant("met_at")))));
		return terms;
	}

}
