package dev.escala.escalation.view;

import java.sql.SQLException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.database.Conditions;
import dev.escala.database.Row;
import dev.escala.database.SortColumns;
import dev.escala.escalation.Phase;
import dev.escala.escalation.view.EscalationSearch.Filter;
import dev.escala.escalation.view.EscalationSearch.Summary;
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

	/**
	 * Text in lower case without accents. Spelled out, because what {@code lower} does
	 * with accents depends on the database's locale and {@code unaccent} on an extension.
	 */
	private static final String PLAIN = "lower(translate(%s, 'ÁÀÄÂÃÅáàäâãåÉÈËÊéèëêÍÌÏÎíìïîÓÒÖÔÕóòöôõÚÙÜÛúùüûÑñÇç',"
			+ " 'AAAAAAaaaaaaEEEEeeeeIIIIiiiiOOOOOoooooUUUUuuuuNnCc'))";

	private static final String SEARCHED = PLAIN
		.formatted("concat_ws(chr(10), e.number, e.subject, e.customer_text, c.code, c.name, e.external_ref)")
			+ " LIKE " + PLAIN.formatted("?");

	private final JdbcClient jdbc;

	EscalationSearchRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** One page of the escalations that fit; equal ones are ordered by number. */
	public Page<Summary> page(Filter filter, PageRequest part) {
		Conditions conditions = conditions(filter);
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

	/** How many of them are open, and how many have ended, whatever the filter says. */
	Map<Boolean, Long> counts(Filter filter) {
		Map<Boolean, Long> counts = new HashMap<>(Map.of(true, 0L, false, 0L));
		Conditions conditions = conditions(filter.ofAnyState());
		this.jdbc
			.sql("SELECT e.phase <> 'ENDED' AS open, count(*) AS counted" + FROM + conditions.where() + " GROUP BY 1")
			.params(conditions.values())
			.query(Row.as((row) -> counts.put(row.flag("open"), row.longNumber("counted"))))
			.list();
		return counts;
	}

	private static Conditions conditions(Filter filter) {
		Conditions conditions = new Conditions().equal("e.phase", filter.phase())
			.equal("e.severity", filter.severity())
			.equal("e.type", filter.type())
			.equal("e.origin", filter.origin())
			.equal("e.outcome", filter.outcome())
			.equal("e.group_id", filter.group())
			.equal("e.owner_id", filter.owner())
			.equal("e.reported_by", filter.reporter());
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
			conditions.that(SEARCHED, Conditions.containing(Normalizer.normalize(filter.text(), Normalizer.Form.NFC)));
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
