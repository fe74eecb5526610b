package dev.escala.call;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.call.CustomerCall.State;
import dev.escala.customer.Customer;
import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.matter.AffectedCustomer;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calls in the table {@code customer_call}. */
@Repository
class CallRepository {

	private final JdbcClient jdbc;

	CallRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps that a customer has to be called.
	 * @return its id, or empty where it was kept already
	 */
	Optional<Long> add(CaseNumber number, AffectedCustomer customer, String step, String subject, String text,
			Instant dueAt, State state, Instant now) {
		return Columns.set("case_number", number)
			.and("customer_key", customer.key())
			.and("customer_id", customer.customer().map(Customer::id).orElse(null))
			.and("name", customer.name())
			.and("step", step)
			.and("subject", subject)
			.and("text", text)
			.and("due_at", dueAt)
			.and("state", state)
			.and("state_by", UserId.SYSTEM)
			.and("state_at", now)
			.insertInto("customer_call", "ON CONFLICT DO NOTHING RETURNING id", this.jdbc)
			.query(Long.class)
			.optional();
	}

	/** The calls of a customer of a case, oldest first. */
	List<CustomerCall> calls(CaseNumber number, AffectedCustomer customer) {
		return this.jdbc.sql("SELECT * FROM customer_call WHERE case_number = ? AND customer_key = ? ORDER BY id")
			.params(number.value(), customer.key())
			.query(Row.as(CallRepository::call))
			.list();
	}

	/** The call, locked until the transaction ends. */
	Optional<CustomerCall> lock(long id) {
		return this.jdbc.sql("SELECT * FROM customer_call WHERE id = ? FOR UPDATE")
			.param(id)
			.query(Row.as(CallRepository::call))
			.optional();
	}

	Optional<CustomerCall> find(long id) {
		return this.jdbc.sql("SELECT * FROM customer_call WHERE id = ?")
			.param(id)
			.query(Row.as(CallRepository::call))
			.optional();
	}

	/**
	 * Newer news made a call needless, unless somebody has settled it meanwhile.
	 * @return whether it was still open
	 */
	boolean supersede(long id, Instant now) {
		return this.jdbc.sql(
				"UPDATE customer_call SET state = 'SUPERSEDED', state_by = ?, state_at = ? WHERE id = ? AND state = 'OPEN'")
			.params(Stored.values(UserId.SYSTEM, now, id))
			.update() == 1;
	}

	/** The calls of a step that are still to be made. */
	List<Long> open(CaseNumber number, String step) {
		return this.jdbc.sql("SELECT id FROM customer_call WHERE case_number = ? AND step = ? AND state = 'OPEN'")
			.params(number.value(), step)
			.query(Long.class)
			.list();
	}

	/** Whether a call of such a step is still to be made. */
	boolean isOpen(CaseNumber number, String stepBegins) {
		return this.jdbc.sql(
				"SELECT EXISTS (SELECT FROM customer_call WHERE case_number = ? AND starts_with(step, ?) AND state = 'OPEN')")
			.params(number.value(), stepBegins)
			.query(Boolean.class)
			.single();
	}

	void set(long id, State state, String note, UserId by, Instant now) {
		Columns.set("state", state)
			.and("note", note)
			.and("state_by", by)
			.and("state_at", now)
			.update("customer_call", "id", id, this.jdbc);
	}

	private static CustomerCall call(Row row) throws SQLException {
		return new CustomerCall(row.longNumber("id"), row.caseNumber("case_number"), row.customerId("customer_id"),
				row.text("name"), row.text("step"), row.text("subject"), row.text("text"), row.instant("due_at"),
				row.constant("state", State.class));
	}

}
