package dev.escala.pursuit.persistence;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.ReadableNumbers;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.pipeline.Party;
import dev.escala.pursuit.Capture;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.Standing;
import dev.escala.pursuit.Strategy;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pursuits in the table {@code pursuit}, their steps in {@code stage_passed}. */
@Repository
public class PursuitRepository {

	private static final String TABLE = "pursuit";

	private final JdbcClient jdbc;

	private final ReadableNumbers numbers;

	PursuitRepository(JdbcClient jdbc, ReadableNumbers numbers) {
		this.jdbc = jdbc;
		this.numbers = numbers;
	}

	/** The next free number. */
	public CaseNumber nextNumber(PursuitKind kind, Instant at) {
		return new CaseNumber(this.numbers.next(kind.letters(), kind.sequence(), at));
	}

	/**
	 * Adds a pursuit.
	 * @return whether there was none yet: not for a prospect that is pursued already, nor
	 * for one that has become an opportunity
	 */
	public boolean insert(Pursuit pursuit) {
		return Columns.set("number", pursuit.number())
			.and("kind", pursuit.kind())
			.and("party_kind", pursuit.partyKind())
			.and("party_id", pursuit.partyId())
			.and("party_name", pursuit.partyName())
			.and("customer_id", pursuit.customerId())
			.and("subject", pursuit.subject())
			.and("capture", pursuit.capture())
			.and("strategy", pursuit.strategy())
			.and("stage", pursuit.standing().stage())
			.and("stage_name", pursuit.standing().name())
			.and("stage_kind", pursuit.standing().kind())
			.and("stage_since", pursuit.standing().since())
			.and("group_id", pursuit.groupId())
			.and("owner_id", pursuit.ownerId())
			.and("came_from", pursuit.cameFrom())
			.and("registered_by", pursuit.registeredBy())
			.and("began_at", pursuit.beganAt())
			.insertInto(TABLE, "ON CONFLICT DO NOTHING", this.jdbc)
			.update() == 1;
	}

	public Optional<Pursuit> find(CaseNumber number) {
		return read("number = ?", number.value()).stream().findFirst();
	}

	/** The pursuit, kept from others until the transaction ends. */
	public Optional<Pursuit> lock(CaseNumber number) {
		return read("number = ? FOR UPDATE", number.value()).stream().findFirst();
	}

	/** The opportunity that a prospect became. */
	public Optional<Pursuit> cameFrom(CaseNumber number) {
		return read("came_from = ?", number.value()).stream().findFirst();
	}

	/** All of a party, the newest first, at most twenty. */
	public List<Pursuit> of(Party.Kind kind, long id) {
		return read("party_kind = ? AND party_id = ? ORDER BY began_at DESC, number DESC LIMIT 20", kind.name(), id);
	}

	/** All of a customer, open ones first, then the newest; at most fifty. */
	public List<Pursuit> of(CustomerId customerId) {
		return read("customer_id = ? ORDER BY ended_at IS NOT NULL, began_at DESC, number DESC LIMIT 50",
				customerId.value());
	}

	/** The numbers of a customer's open ones of a kind, in order. */
	public List<CaseNumber> openOf(PursuitKind kind, CustomerId customerId) {
		return read("kind = ? AND customer_id = ? AND ended_at IS NULL ORDER BY number", kind.name(),
				customerId.value())
			.stream()
			.map(Pursuit::number)
			.toList();
	}

	public void assign(CaseNumber number, UserId ownerId) {
		change(number, Columns.set("owner_id", ownerId));
	}

	/** It has reached that stage; what was agreed for the one before counts no more. */
	public void move(CaseNumber number, Standing standing, Pursuit.Plan plan) {
		change(number,
				Columns.set("stage", standing.stage())
					.and("stage_name", standing.name())
					.and("stage_kind", standing.kind())
					.and("stage_since", standing.since())
					.and("next_due", plan.nextDue())
					.and("resume_at", plan.resumeAt())
					.and("resume_stage", plan.resumeStage())
					.and("deferrals", plan.deferrals())
					.and("ended_at", standing.kind().isFinal() ? standing.since() : null));
	}

	/** By when the next contact is due, or {@code null}. */
	public void due(CaseNumber number, Instant nextDue) {
		change(number, Columns.set("next_due", nextDue));
	}

	/** It is called otherwise now. */
	public void rename(CaseNumber number, String subject) {
		change(number, Columns.set("subject", subject));
	}

	/** What was offered. */
	public void deal(CaseNumber number, Pursuit.Deal deal) {
		change(number,
				Columns.set("quote", deal.quote()).and("amount", deal.amount()).and("currency", deal.currency()));
	}

	/** Whoever was pursued is a customer now. */
	public void becameCustomer(CaseNumber number, CustomerId customerId) {
		change(number, Columns.set("customer_id", customerId));
	}

	/** Adds a step. */
	public void add(StagePassed passed) {
		Columns.set("number", passed.number())
			.and("from_stage", passed.from())
			.and("to_stage", passed.to())
			.and("to_name", passed.name())
			.and("to_kind", passed.kind())
			.and("moved_by", passed.by())
			.and("moved_at", passed.at())
			.and("said", passed.said())
			.insertInto("stage_passed", this.jdbc)
			.update();
	}

	/** Its steps, in order. */
	public List<StagePassed> passed(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM stage_passed WHERE number = ? ORDER BY id")
			.param(number.value())
			.query(Row.as((row) -> new StagePassed(row.caseNumber("number"), row.text("from_stage"),
					row.text("to_stage"), row.text("to_name"), row.constant("to_kind", StageKind.class),
					row.userId("moved_by"), row.instant("moved_at"), row.text("said"))))
			.list();
	}

	private void change(CaseNumber number, Columns columns) {
		columns.update(TABLE, "number", number, this.jdbc);
	}

	private List<Pursuit> read(String condition, Object... parameters) {
		return this.jdbc.sql("SELECT * FROM pursuit WHERE " + condition)
			.params(Stored.values(parameters))
			.query(Row.as(PursuitRepository::pursuit))
			.list();
	}

	private static Pursuit pursuit(Row row) throws SQLException {
		return new Pursuit(row.caseNumber("number"), row.constant("kind", PursuitKind.class),
				row.constant("party_kind", Party.Kind.class), row.longNumber("party_id"), row.text("party_name"),
				row.customerId("customer_id"), row.text("subject"), row.constant("capture", Capture.class),
				row.constant("strategy", Strategy.class), new Standing(row.text("stage"), row.text("stage_name"),
						row.constant("stage_kind", StageKind.class), row.instant("stage_since")),
				row.text("group_id"), row.userId("owner_id"),
				new Pursuit.Plan(row.instant("next_due"), row.instant("resume_at"), row.text("resume_stage"),
						row.number("deferrals")),
				row.caseNumber("came_from"),
				new Pursuit.Deal(row.text("quote"), row.decimal("amount"), row.text("currency")),
				row.userId("registered_by"), row.instant("began_at"), row.instant("ended_at"));
	}

}
