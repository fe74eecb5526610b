package dev.escala.panel;

import java.time.LocalDate;

import dev.escala.database.Row;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands still, counted. */
@Repository
class TroubleRepository {

	/** Corrective actions that are late and not done; a parameter: today. */
	static final String OVERDUE = "state IN ('OPEN', 'UNDECIDED') AND due_on < ?";

	private final JdbcClient jdbc;

	TroubleRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What stands still; of whichever case. */
	Trouble count(LocalDate today) {
		return this.jdbc
			.sql("""
					SELECT (SELECT count(*) FROM outbox_message WHERE status IN ('FAILED', 'UNKNOWN')) AS messages,
					  (SELECT count(*) FROM finding WHERE gone_at IS NULL) AS findings,
					  (SELECT count(*) FROM inbound_mail WHERE status = 'WAITING') AS mails,
					  (SELECT count(DISTINCT case_number) FROM recalculation) AS recalculations,
					  (SELECT count(DISTINCT case_number) FROM recalculation WHERE failed_at IS NOT NULL) AS failed_recalculations,
					  (SELECT count(*) FROM corrective_action WHERE """
					+ " " + OVERDUE + ") AS overdue_actions")
			.param(today)
			.query(Row.as((row) -> new Trouble(row.longNumber("messages"), row.longNumber("findings"),
					row.longNumber("mails"), row.longNumber("recalculations"), row.longNumber("failed_recalculations"),
					row.longNumber("overdue_actions"))))
			.single();
	}

}
