package dev.escala.followup.persistence;

import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

import dev.escala.database.Conditions;
import dev.escala.database.Row;
import dev.escala.database.SearchRepository;
import dev.escala.database.SortColumns;
import dev.escala.database.Stored;
import dev.escala.followup.FollowUp;
import dev.escala.followup.FollowUpFigures;
import dev.escala.followup.FollowUpKind;
import dev.escala.followup.FollowUpState;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of calls and what is counted of them. */
@Repository
public class FollowUpListRepository {

	public static final SortColumns SORT = SortColumns.by("dueAt", "due_at")
		.and("customer", "lower(customer_name)")
		.and("kind", "kind")
		.and("state", "state")
		.and("endedAt", "ended_at");

	private final JdbcClient jdbc;

	private final SearchRepository search;

	FollowUpListRepository(JdbcClient jdbc, SearchRepository search) {
		this.jdbc = jdbc;
		this.search = search;
	}

	/** A page of the calls. */
	public Page<FollowUp> page(String text, FollowUpState state, FollowUpKind kind, PageRequest part) {
		Conditions conditions = conditions(text, state, kind);
		long total = this.jdbc.sql("SELECT count(*) FROM follow_up" + conditions.where())
			.params(conditions.values())
			.query(Long.class)
			.single();
		List<FollowUp> items = this.jdbc
			.sql("SELECT * FROM follow_up" + conditions.where() + " ORDER BY " + SORT.clause(part.sort())
					+ " NULLS LAST, id DESC LIMIT ? OFFSET ?")
			.params(conditions.values(part.size(), part.offset()))
			.query(Row.as(FollowUpRepository::followUp))
			.list();
		return new Page<>(items, part.page(), part.size(), total);
	}

	/** All of them, one after the other, the newest due first. */
	public void each(String text, FollowUpState state, FollowUpKind kind, Consumer<FollowUp> use) {
		Conditions conditions = conditions(text, state, kind);
		this.jdbc.sql("SELECT * FROM follow_up" + conditions.where() + " ORDER BY due_at DESC, id DESC")
			.params(conditions.values())
			.query(Row.each((row) -> use.accept(FollowUpRepository.followUp(row))));
	}

	public FollowUpFigures figures(int year, ZoneId zone) {
		Instant from = Year.of(year).atDay(1).atStartOfDay(zone).toInstant();
		Instant until = Year.of(year + 1).atDay(1).atStartOfDay(zone).toInstant();
		return this.jdbc.sql("""
				SELECT count(*) FILTER (WHERE state = 'SPOKEN') AS spoken,
				  count(*) FILTER (WHERE state = 'UNREACHED') AS unreached,
				  count(*) FILTER (WHERE state = 'LEFT_ALONE') AS left_alone,
				  count(*) FILTER (WHERE state = 'SKIPPED') AS skipped,
				  count(*) FILTER (WHERE is_right) AS is_right, count(*) FILTER (WHERE as_wanted) AS as_wanted,
				  count(complaint) AS complaints,
				  count(*) FILTER (WHERE recommends) AS recommends, count(recommends) AS recommends_asked,
				  count(*) FILTER (WHERE wants_club) AS club, count(wants_club) AS club_asked,
				  count(advice) AS advice, count(question) AS questions, count(question_answer) AS answered
				FROM follow_up WHERE ended_at >= ? AND ended_at < ?
				""")
			.params(Stored.value(from), Stored.value(until))
			.query(Row.as((row) -> new FollowUpFigures(year, row.longNumber("spoken"), row.longNumber("unreached"),
					row.longNumber("left_alone"), row.longNumber("skipped"), row.longNumber("is_right"),
					row.longNumber("as_wanted"), row.longNumber("complaints"), row.longNumber("recommends"),
					row.longNumber("recommends_asked"), row.longNumber("club"), row.longNumber("club_asked"),
					row.longNumber("advice"), row.longNumber("questions"), row.longNumber("answered"))))
			.single();
	}

	private Conditions conditions(String text, FollowUpState state, FollowUpKind kind) {
		Conditions conditions = new Conditions().equal("state", state).equal("kind", kind);
		if (text != null && !text.isBlank()) {
			this.search.search(conditions, text, "source", "search LIKE ?", null);
		}
		return conditions;
	}

}
