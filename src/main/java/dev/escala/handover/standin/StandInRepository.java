package dev.escala.handover.standin;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Turns;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code stand_in}. */
@Repository
class StandInRepository {

	/** Any number, the same on every node. */
	private static final long LOCK = 0x45534341_8203L;

	private final JdbcClient jdbc;

	private final Turns turns;

	StandInRepository(JdbcClient jdbc, Turns turns) {
		this.jdbc = jdbc;
		this.turns = turns;
	}

	/**
	 * Until the transaction ends nobody else who calls this gets further: of two nodes
	 * that move the same task, the second finds it moved.
	 */
	void takeTurns() {
		this.turns.take(LOCK);
	}

	List<String> tasks() {
		return this.jdbc.sql("SELECT task_id FROM stand_in ORDER BY id").query(String.class).list();
	}

	Optional<StandIn> find(String taskId) {
		return this.jdbc.sql("SELECT * FROM stand_in WHERE task_id = ?")
			.param(taskId)
			.query(Row.as(StandInRepository::standIn))
			.optional();
	}

	/** The tasks of a case that are with somebody else than whose they are. */
	Set<String> tasksMeantFor(CaseNumber number, UserId meant) {
		return this.jdbc.sql("SELECT task_id FROM stand_in WHERE case_number = ? AND meant_id = ?")
			.params(number.value(), meant.value())
			.query(String.class)
			.set();
	}

	/** Those whose holders do not know of them yet, by when they moved. */
	List<StandIn> untold() {
		return this.jdbc.sql("SELECT * FROM stand_in WHERE NOT told ORDER BY id")
			.query(Row.as(StandInRepository::standIn))
			.list();
	}

	/** Instead of what was known of the task; its id is a new one. */
	void put(StandIn one) {
		delete(one.taskId());
		Columns.set("task_id", one.taskId())
			.and("case_number", one.number())
			.and("task_name", one.taskName())
			.and("meant_id", one.meant())
			.and("holder_id", one.holder())
			.and("linked", one.linked())
			.and("because", one.because())
			.and("since", one.since())
			.and("told", one.told())
			.insertInto("stand_in", this.jdbc)
			.update();
	}

	void delete(String taskId) {
		this.jdbc.sql("DELETE FROM stand_in WHERE task_id = ?").param(taskId).update();
	}

	/**
	 * Their holders know; what is with whom it is meant for is nothing special any more.
	 */
	void told(Collection<Long> ids) {
		Long[] some = ids.toArray(Long[]::new);
		this.jdbc.sql("DELETE FROM stand_in WHERE id = ANY(?) AND meant_id = holder_id").param(some).update();
		this.jdbc.sql("UPDATE stand_in SET told = true WHERE id = ANY(?)").param(some).update();
	}

	private static StandIn standIn(Row row) throws SQLException {
		return new StandIn(row.longNumber("id"), row.text("task_id"), row.caseNumber("case_number"),
				row.text("task_name"), row.userId("meant_id"), row.userId("holder_id"), row.flag("linked"),
				row.text("because"), row.instant("since"), row.flag("told"));
	}

}
