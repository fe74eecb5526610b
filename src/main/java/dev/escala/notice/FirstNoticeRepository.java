package dev.escala.notice;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.notice.FirstNotice.State;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The proofs of the first notices, one for each affected customer of a case. */
@Repository
class FirstNoticeRepository {

	private static final String COLUMNS = "SELECT id, customer_id, name, address, message_id, state, state_at,"
			+ " state_by, reason, settled FROM first_notice";

	private final JdbcClient jdbc;

	FirstNoticeRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Every proof of the case, in the order in which the customers came to it. */
	List<FirstNotice> notices(CaseNumber caseNumber) {
		return this.jdbc.sql(COLUMNS + " WHERE case_number = ? ORDER BY id")
			.param(caseNumber.value())
			.query(Row.as(FirstNoticeRepository::notice))
			.list();
	}

	/**
	 * Keeps that a customer has to be told; one that is kept already stays as it is.
	 * @return whether it was new
	 */
	boolean add(CaseNumber caseNumber, String key, CustomerId customerId, String name, Instant when, UserId by) {
		return this.jdbc.sql("""
				INSERT INTO first_notice (case_number, customer_key, customer_id, name, state, state_at, state_by)
				VALUES (?, ?, ?, ?, 'PENDING', ?, ?) ON CONFLICT (case_number, customer_key) DO NOTHING
				""").params(Stored.values(caseNumber, key, customerId, name, when, by)).update() == 1;
	}

	/** The notice goes out by a message of the outbox. */
	void sent(CaseNumber caseNumber, String key, String address, long messageId, Instant when, UserId by) {
		this.jdbc.sql("""
				UPDATE first_notice SET address = ?, message_id = ?, state = 'PENDING', state_at = ?, state_by = ?,
				                        reason = NULL, settled = false
				WHERE case_number = ? AND customer_key = ?
				  AND (message_id IS NULL OR message_id <> ?) AND state NOT IN ('ACKNOWLEDGED', 'WAIVED')
				""").params(Stored.values(address, messageId, when, by, caseNumber, key, messageId)).update();
	}

	void set(long id, State state, Instant when, UserId by, String reason) {
		this.jdbc
			.sql("UPDATE first_notice SET state = ?, state_at = ?, state_by = ?, reason = ?, settled = false"
					+ " WHERE id = ?")
			.params(Stored.values(state, when, by, reason, id))
			.update();
	}

	/** The process of the case knows how its notices stand, or has to look again. */
	void settled(CaseNumber caseNumber, boolean settled) {
		this.jdbc.sql("UPDATE first_notice SET settled = ? WHERE case_number = ? AND settled <> ?")
			.params(settled, caseNumber.value(), settled)
			.update();
	}

	/**
	 * What became of a message changed after its case had settled: the case looks again.
	 */
	void unsettle(long messageId) {
		this.jdbc.sql("UPDATE first_notice SET settled = false WHERE message_id = ?").param(messageId).update();
	}

	/**
	 * Those of open cases that may have moved, with the case of each.
	 * @param after the last one seen
	 */
	Map<FirstNotice, CaseNumber> moving(long after, int limit) {
		return this.jdbc.sql("""
				SELECT n.* FROM first_notice n JOIN matter m ON m.number = n.case_number AND m.open
				WHERE (n.state IN ('PENDING', 'FAILED') OR NOT n.settled) AND n.id > ? ORDER BY n.id LIMIT ?
				""")
			.params(after, limit)
			.query(Row.as((row) -> Map.entry(notice(row), row.caseNumber("case_number"))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private static FirstNotice notice(Row row) throws SQLException {
		return new FirstNotice(row.longNumber("id"), row.customerId("customer_id"), row.text("name"),
				row.text("address"), row.longNumberOrNull("message_id"), row.constant("state", State.class),
				row.instant("state_at"), row.userId("state_by"), row.text("reason"), row.flag("settled"));
	}

}
