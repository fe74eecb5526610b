package dev.escala.corrective;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import dev.escala.corrective.CorrectiveAction.Schedule;
import dev.escala.corrective.CorrectiveAction.Look;
import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Actions in the table {@code corrective_action}. */
@Repository
class CorrectiveActionRepository {

	private static final String TABLE = "corrective_action";

	private final JdbcClient jdbc;

	CorrectiveActionRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps a new action.
	 * @param position its place in the analysis, or {@code null} for one that follows
	 * another: the table keeps each of both only once
	 * @param follows the action that did not work, or {@code null}
	 * @return its id
	 */
	long add(CaseNumber number, PlannedAction planned, Schedule schedule, Integer position, Long follows) {
		return scheduled(Columns.set("case_number", number)
			.and("position", position)
			.and("follows", follows)
			.and("text", planned.text())
			.and("owner", planned.owner())
			.and("state", planned.done() ? ActionState.DONE : ActionState.OPEN)
			.and("done_on", planned.done() ? planned.dueOn() : null), schedule)
			.insertInto(TABLE, "RETURNING id", this.jdbc)
			.query(Long.class)
			.single();
	}

	List<CorrectiveAction> actions(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM corrective_action WHERE case_number = ? ORDER BY id")
			.param(number.value())
			.query(Row.as(CorrectiveActionRepository::action))
			.list();
	}

	Optional<CorrectiveAction> find(long id) {
		return read("SELECT * FROM corrective_action WHERE id = ?", id);
	}

	/** The action, locked until the transaction ends. */
	Optional<CorrectiveAction> lock(long id) {
		return read("SELECT * FROM corrective_action WHERE id = ? FOR UPDATE", id);
	}

	/** Keeps a locked action as it stands now. */
	void save(CorrectiveAction action) {
		Optional<Look> look = Optional.ofNullable(action.look());
		scheduled(Columns.set("owner", action.owner())
			.and("turn", action.turn())
			.and("state", action.state())
			.and("done_on", action.doneOn())
			.and("said", action.said())
			.and("effect_note", look.map(Look::note).orElse(null))
			.and("looked_by", look.map(Look::by).orElse(null))
			.and("looked_at", look.map(Look::at).orElse(null))
			.and("chased", action.chased()), action.schedule()).update(TABLE, "id", action.id(), this.jdbc);
	}

	/** Somebody else has the task from now on. */
	void own(long id, UserId owner) {
		Columns.set("owner", owner).update(TABLE, "id", id, this.jdbc);
	}

	private static Columns scheduled(Columns columns, Schedule schedule) {
		return columns.and("due_on", schedule.dueOn())
			.and("due_at", schedule.dueAt())
			.and("remind_at", schedule.remindAt())
			.and("chase_every", schedule.chaseEvery())
			.and("look_at", schedule.lookAt())
			.and("answer_by", schedule.answerBy());
	}

	private Optional<CorrectiveAction> read(String sql, long id) {
		return this.jdbc.sql(sql).param(id).query(Row.as(CorrectiveActionRepository::action)).optional();
	}

	private static CorrectiveAction action(Row row) throws SQLException {
		Schedule schedule = new Schedule(row.day("due_on"), row.instant("due_at"), row.instant("remind_at"),
				row.text("chase_every"), row.instant("look_at"), row.instant("answer_by"));
		Look look = (row.text("looked_by") == null) ? null
				: new Look(row.userId("looked_by"), row.instant("looked_at"), row.text("effect_note"));
		return new CorrectiveAction(row.longNumber("id"), row.caseNumber("case_number"), row.text("text"),
				row.userId("owner"), row.number("turn"), row.constant("state", ActionState.class), schedule,
				row.day("done_on"), row.text("said"), look, row.number("chased"));
	}

}
