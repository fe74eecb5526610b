package dev.escala.followup.persistence;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.followup.Ended;
import dev.escala.followup.FollowUp;
import dev.escala.followup.FollowUpCaller;
import dev.escala.followup.FollowUpChannel;
import dev.escala.followup.FollowUpKind;
import dev.escala.followup.FollowUpRule;
import dev.escala.followup.FollowUpState;
import dev.escala.followup.SaidFollowUp;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Calls in the tables {@code follow_up}, {@code follow_up_attempt} and
 * {@code follow_up_turn}.
 */
@Repository
public class FollowUpRepository {

	private static final String TABLE = "follow_up";

	private final JdbcClient jdbc;

	FollowUpRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whoever plans a call to that customer next waits until this transaction ends. */
	public void takeTurn(CustomerId customerId, Instant now) {
		Columns.set("customer_id", customerId)
			.and("taken_at", now)
			.save("follow_up_turn", List.of("customer_id"), this.jdbc);
	}

	/**
	 * Adds it, or decides anew about one of which nothing came before.
	 * @param reason why it is made, or why not
	 */
	public void plan(Ended ended, String name, FollowUpRule rule, String reason, FollowUpState state, Instant now) {
		Columns.set("kind", ended.kind())
			.and("source", ended.source())
			.and("case_number", ended.kind().isMatter() ? ended.source() : null)
			.and("customer_id", ended.customerId())
			.and("customer_name", name)
			.and("state", state)
			.and("reason", reason)
			.and("caller", rule.caller())
			.and("channel", rule.channel())
			.and("attempts_allowed", rule.attempts())
			.and("retry", rule.retry())
			.and("retry_counting", rule.retryCounting())
			.and("happened_at", ended.at())
			.and("planned_at", now)
			.and("due_at", rule.dueAt())
			.and("ended_at", (state == FollowUpState.SKIPPED) ? now : null)
			.save(TABLE, List.of("kind", "source"), this.jdbc);
	}

	/**
	 * Another call that was made or is to be made around that time.
	 * @param not the one for which somebody asks
	 * @param apart how much lies between two calls at least
	 */
	public Optional<Near> nearest(Ended not, Instant at, Duration apart) {
		return this.jdbc.sql("""
				SELECT source, coalesce(ended_at, due_at) AS around FROM follow_up
				WHERE customer_id = :customer AND state <> 'SKIPPED' AND NOT (kind = :kind AND source = :source)
				  AND coalesce(ended_at, due_at) > :from
				  AND coalesce(ended_at, due_at) < :until
				ORDER BY around DESC, id LIMIT 1
				""")
			.param("customer", not.customerId().value())
			.param("kind", not.kind().name())
			.param("source", not.source())
			.param("from", Stored.value(at.minus(apart)))
			.param("until", Stored.value(at.plus(apart)))
			.query(Row.as((row) -> new Near(row.text("source"), row.instant("around"))))
			.optional();
	}

	/** Those that are planned for before that time, the first due first. */
	public List<Long> due(Instant before, int most) {
		return this.jdbc
			.sql("SELECT id FROM follow_up WHERE state = 'PLANNED' AND due_at < ? ORDER BY due_at, id LIMIT ?")
			.params(Stored.value(before), most)
			.query(Long.class)
			.list();
	}

	/** Takes a planned one for calling; empty where somebody else has it or had it. */
	public Optional<FollowUp> begin(long id) {
		return this.jdbc.sql("""
				UPDATE follow_up SET state = 'CALLING' WHERE id =
				  (SELECT id FROM follow_up WHERE id = ? AND state = 'PLANNED' FOR UPDATE SKIP LOCKED)
				RETURNING *
				""").param(id).query(Row.as(FollowUpRepository::followUp)).optional();
	}

	public Optional<FollowUp> find(long id) {
		return read("id = ?", id).stream().findFirst();
	}

	public Optional<FollowUp> find(FollowUpKind kind, String source) {
		return read("kind = ? AND source = ?", kind.name(), source).stream().findFirst();
	}

	/** The call, kept from others until the transaction ends. */
	public Optional<FollowUp> lock(long id) {
		return read("id = ? FOR UPDATE", id).stream().findFirst();
	}

	/** The calls after a matter, and those of which it came, the oldest first. */
	public List<FollowUp> of(CaseNumber number) {
		return read("case_number = ? OR complaint = ? ORDER BY planned_at, id", number.value(), number.value());
	}

	/** Nobody answered. */
	public void tried(FollowUp one, UserId by, String note, Instant at, Instant nextAt) {
		Columns.set("follow_up_id", one.id())
			.and("attempted_at", at)
			.and("attempted_by", by)
			.and("note", note)
			.insertInto("follow_up_attempt", this.jdbc)
			.update();
		Columns.set("attempts", one.attempts() + 1).and("next_at", nextAt).update(TABLE, "id", one.id(), this.jdbc);
	}

	/** It is over. */
	public void end(long id, FollowUpState state, Instant at) {
		Columns.set("state", state).and("ended_at", at).and("next_at", null).update(TABLE, "id", id, this.jdbc);
	}

	/** Nobody calls, in the end. */
	public void skip(long id, String reason, Instant at) {
		end(id, FollowUpState.SKIPPED, at);
		Columns.set("reason", reason).update(TABLE, "id", id, this.jdbc);
	}

	/** Keeps what they said. */
	public void spoken(long id, UserId by, Instant at, SaidFollowUp said, CaseNumber complaint) {
		end(id, FollowUpState.SPOKEN, at);
		Columns.set("called_by", by)
			.and("is_right", said.right())
			.and("as_wanted", said.wanted())
			.and("trouble", said.trouble())
			.and("advice", said.advice())
			.and("question", said.question())
			.and("recommends", said.recommends())
			.and("recommended_to", said.recommendedTo())
			.and("wants_club", said.club())
			.and("note", said.note())
			.and("complaint", complaint)
			.update(TABLE, "id", id, this.jdbc);
	}

	/** Keeps what a colleague answered. */
	public void answered(long id, UserId by, String answer, Instant at) {
		Columns.set("question_answer", answer)
			.and("question_answered_by", by)
			.and("question_answered_at", at)
			.update(TABLE, "id", id, this.jdbc);
	}

	private List<FollowUp> read(String condition, Object... values) {
		return this.jdbc.sql("SELECT * FROM follow_up WHERE " + condition)
			.params(values)
			.query(Row.as(FollowUpRepository::followUp))
			.list();
	}

	static FollowUp followUp(Row row) throws SQLException {
		return new FollowUp(row.longNumber("id"), row.constant("kind", FollowUpKind.class), row.text("source"),
				row.caseNumber("case_number"), row.customerId("customer_id"), row.text("customer_name"),
				row.constant("state", FollowUpState.class), row.text("reason"),
				new FollowUp.Plan(row.constant("caller", FollowUpCaller.class),
						row.constant("channel", FollowUpChannel.class), row.number("attempts_allowed"),
						row.text("retry"), row.text("retry_counting")),
				row.instant("happened_at"), row.instant("due_at"), row.number("attempts"), row.instant("next_at"),
				row.instant("ended_at"), row.userId("called_by"), answers(row), row.caseNumber("complaint"));
	}

	private static FollowUp.Answers answers(Row row) throws SQLException {
		return new FollowUp.Answers(flag(row, "is_right"), flag(row, "as_wanted"), row.text("trouble"),
				row.text("advice"), row.text("question"), row.text("question_answer"), flag(row, "recommends"),
				row.text("recommended_to"), flag(row, "wants_club"), row.text("note"));
	}

	/** A flag that may be missing. */
	private static Boolean flag(Row row, String column) throws SQLException {
		return (row.text(column) == null) ? null : Boolean.valueOf(row.flag(column));
	}

	/**
	 * Another call to the same customer.
	 *
	 * @param source after what
	 * @param around when it is due, or was over
	 */
	public record Near(String source, Instant around) {
	}

}
