package dev.escala.escalation.view;

import java.sql.SQLException;
import java.util.List;

import dev.escala.database.Conditions;
import dev.escala.database.Row;
import dev.escala.database.SearchRepository;
import dev.escala.database.SortColumns;
import dev.escala.escalation.Phase;
import dev.escala.escalation.view.EscalationSearch.Filter;
import dev.escala.escalation.view.EscalationSearch.Summary;
import dev.escala.visibility.CasePartyRepository;
import dev.escala.visibility.Seen;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Escalations with their customers, for lists. */
@Repository
class EscalationSearchRepository {

	public static final SortColumns SORT = SortColumns.by("number", "e.number")
		.and("reportedAt", "e.reported_at")
		.and("severity", "array_position(ARRAY['LOW','MODERATE','HIGH','CRITICAL'], e.severity)")
		.and("phase", "array_position(ARRAY['CREATE','COMMUNICATE','RESOLVE','CLOSE','ENDED'], e.phase)")
		.and("owner", "e.owner_id")
		.and("group", "e.group_id");

	private static final String FROM = " FROM escalation e LEFT JOIN customer c ON c.id = e.customer_id"
			+ " LEFT JOIN observation o ON o.case_number = e.number AND o.ended_at IS NULL";

	private static final String WORD = "e.search LIKE ? OR c.search LIKE ?";

	private final JdbcClient jdbc;

	private final SearchRepository search;

	EscalationSearchRepository(JdbcClient jdbc, SearchRepository search) {
		this.jdbc = jdbc;
		this.search = search;
	}

	/** One page of the escalations that fit; equal ones are ordered by number. */
	public Page<Summary> page(Filter filter, Seen seen, PageRequest part) {
		Conditions conditions = conditions(filter, seen);
		long total = this.jdbc.sql("SELECT count(*)" + FROM + conditions.where())
			.params(conditions.values())
			.query(Long.class)
			.single();
		List<Summary> items = this.jdbc
			.sql("SELECT e.*, c.code AS customer_code, c.name AS customer_name,"
					+ " coalesce(o.answer_until, o.observed_until) AS observed_until" + FROM + conditions.where()
					+ " ORDER BY " + SORT.clause(part.sort()) + " NULLS LAST, e.number LIMIT ? OFFSET ?")
			.params(conditions.values(part.size(), part.offset()))
			.query(Row.as(EscalationSearchRepository::summary))
			.list();
		return new Page<>(items, part.page(), part.size(), total);
	}

	private Conditions conditions(Filter filter, Seen seen) {
		Conditions conditions = new Conditions().equal("e.phase", filter.phase())
			.equal("e.severity", filter.severity())
			.equal("e.type", filter.type())
			.equal("e.origin", filter.origin())
			.equal("e.outcome", filter.outcome())
			.equal("e.group_id", filter.group())
			.equal("e.owner_id", filter.owner());
		CasePartyRepository.restrict(conditions, "e.number", seen);
		if (filter.customer() != null) {
			conditions.that("c.code = upper(?)", filter.customer());
		}
		if (filter.open() != null) {
			conditions.that((filter.open()) ? "e.phase <> ?" : "e.phase = ?", Phase.ENDED);
		}
		if (filter.observed() != null) {
			conditions.that("(o.id IS NOT NULL) = ?", filter.observed());
		}
		if (filter.text() != null) {
			this.search.search(conditions, filter.text(), "e.number", WORD, null);
		}
		return conditions;
	}

	private static Summary summary(Row row) throws SQLException {
		return new Summary(row.caseNumber("number"), row.text("subject"), row.text("phase"), row.text("outcome"),
				row.text("severity"), row.text("type"), row.text("origin"), row.number("level"),
				row.text("customer_code"),
				(row.text("customer_name") == null) ? row.text("customer_text") : row.text("customer_name"),
				row.text("group_id"), row.userId("owner_id"), row.instant("reported_at"), row.instant("ended_at"),
				row.instant("observed_until"), row.text("external_ref"));
	}

}
