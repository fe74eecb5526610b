package dev.escala.panel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.escala.database.Conditions;
import dev.escala.database.Row;
import dev.escala.panel.PanelRow.Overdue;
import dev.escala.panel.PanelRow.Settled;
import dev.escala.web.Page;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows behind the panel's numbers of promises and of corrective actions. */
@Repository
class PanelRowRepository {

	private static final Map<String, String> COLUMNS = Map.of("team", "p.group_id", "person", "p.owner_id", "customer",
			"c.code");

	private static final String PROMISES = " FROM promise p LEFT JOIN customer c ON c.id = p.customer_id";

	private final JdbcClient jdbc;

	PanelRowRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Those of the filter, the last one first. */
	Page<Settled> promises(SettledFilter filter, Instant from, Instant to, int page, int size,
			UnaryOperator<String> names) {
		Conditions settled = new Conditions()
			.that((filter.kept() == null) ? "p.status IN ('KEPT', 'BROKEN')"
					: (filter.kept() ? "p.status = 'KEPT'" : "p.status = 'BROKEN'"))
			.that("p.settled_at >= ? AND p.settled_at < ?", from, to);
		if (filter.kind() != null) {
			String column = COLUMNS.get(filter.kind());
			settled.that(column + " IS NOT NULL").equal(column, filter.id());
		}
		long total = this.jdbc.sql("SELECT count(*)" + PROMISES + settled.where())
			.params(settled.values())
			.query(Long.class)
			.single();
		List<Settled> items = this.jdbc
			.sql("SELECT p.*, coalesce(c.name, p.party_name) AS customer" + PROMISES + settled.where()
					+ " ORDER BY p.settled_at DESC, p.id DESC LIMIT ? OFFSET ?")
			.params(settled.values(size, (long) page * size))
			.query(Row.as((row) -> new Settled(row.caseNumber("case_number"), row.text("content"), row.text("customer"),
					names.apply(row.text("owner_id")), row.text("status").equals("KEPT"), row.instant("promised_at"),
					row.instant("settled_at"))))
			.list();
		return new Page<>(items, page, size, total);
	}

	/** The corrective actions that are late and not done, the longest late first. */
	Page<Overdue> actions(LocalDate today, int page, int size, UnaryOperator<String> names) {
		Conditions late = new Conditions().that(TroubleRepository.OVERDUE, today);
		long total = this.jdbc.sql("SELECT count(*) FROM corrective_action" + late.where())
			.params(late.values())
			.query(Long.class)
			.single();
		List<Overdue> items = this.jdbc
			.sql("SELECT * FROM corrective_action" + late.where() + " ORDER BY due_on, id LIMIT ? OFFSET ?")
			.params(late.values(size, (long) page * size))
			.query(Row.as((row) -> new Overdue(row.caseNumber("case_number"), row.text("text"),
					names.apply(row.text("owner")), row.day("due_on"), row.text("state").equals("UNDECIDED"),
					ChronoUnit.DAYS.between(row.day("due_on"), today))))
			.list();
		return new Page<>(items, page, size, total);
	}

}
