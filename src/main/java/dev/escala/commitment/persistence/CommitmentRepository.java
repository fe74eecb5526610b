package dev.escala.commitment.persistence;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import dev.escala.commitment.Commitment;
import dev.escala.commitment.CommitmentStatus;
import dev.escala.database.Columns;
import dev.escala.database.ReadableNumbers;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.pipeline.Parties;
import dev.escala.pipeline.Party;
import dev.escala.policy.Situation;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.RulingNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Commitments in the table {@code commitment}. */
@Repository
public class CommitmentRepository {

	private static final String TABLE = "commitment";

	private final JdbcClient jdbc;

	private final Parties parties;

	private final ReadableNumbers numbers;

	CommitmentRepository(JdbcClient jdbc, Parties parties, ReadableNumbers numbers) {
		this.jdbc = jdbc;
		this.parties = parties;
		this.numbers = numbers;
	}

	/** The next free number. */
	public CaseNumber nextNumber(Instant preparedAt) {
		return new CaseNumber(this.numbers.next("COM", "commitment_number", preparedAt));
	}

	public void insert(Commitment commitment) {
		Columns.set("number", commitment.number())
			.and("status", commitment.status())
			.and("party_kind", commitment.party().kind())
			.and("party_id", commitment.party().id())
			.and("content", commitment.content())
			.and("situations", Stored.names(commitment.situations()))
			.and("request_number", commitment.requestNumber())
			.and("prepared_by", commitment.preparedBy())
			.and("group_id", commitment.groupId())
			.and("prepared_at", commitment.preparedAt())
			.and("matter_number", commitment.matter())
			.insertInto(TABLE, this.jdbc)
			.update();
	}

	public Optional<Commitment> find(CaseNumber number) {
		return read(number, "");
	}

	/** The commitment, kept from others until the transaction ends. */
	public Optional<Commitment> lock(CaseNumber number) {
		return read(number, " FOR UPDATE");
	}

	/** Ties a commitment to the process instance that carries it, once. */
	public boolean bind(CaseNumber number, String processInstanceId) {
		return this.jdbc
			.sql("UPDATE commitment SET process_instance_id = ? WHERE number = ? AND process_instance_id IS NULL")
			.params(processInstanceId, number.value())
			.update() == 1;
	}

	/** Whether that process instance carries the commitment. */
	public boolean isCarriedBy(CaseNumber number, String processInstanceId) {
		return this.jdbc.sql("SELECT count(*) FROM commitment WHERE number = ? AND process_instance_id = ?")
			.params(number.value(), processInstanceId)
			.query(Integer.class)
			.single() == 1;
	}

	/** The request that has to allow it. */
	public void authorise(CaseNumber number, CaseNumber requestNumber) {
		change(number, Columns.set("request_number", requestNumber));
	}

	/** Somebody committed, by this decision. */
	public void commit(CaseNumber number, CommitmentStatus status, Instant when, String note,
			RulingNumber decisionNumber) {
		change(number, settled(status, when, note).and("decision_number", decisionNumber));
	}

	/** Nothing more becomes of it. */
	public void settle(CaseNumber number, CommitmentStatus status, Instant when, String note) {
		change(number, settled(status, when, note));
	}

	private static Columns settled(CommitmentStatus status, Instant when, String note) {
		return Columns.set("status", status).and("settled_at", when).and("settled_note", note);
	}

	private void change(CaseNumber number, Columns columns) {
		columns.update(TABLE, "number", number, this.jdbc);
	}

	private Optional<Commitment> read(CaseNumber number, String lock) {
		return this.jdbc.sql("SELECT * FROM commitment WHERE number = ?" + lock)
			.param(number.value())
			.query(Row.as(this::commitment))
			.optional();
	}

	private Commitment commitment(Row row) throws SQLException {
		return new Commitment(row.caseNumber("number"), row.constant("status", CommitmentStatus.class),
				this.parties.get(row.constant("party_kind", Party.Kind.class), row.longNumber("party_id")),
				row.text("content"), row.constants("situations", Situation.class), row.caseNumber("request_number"),
				row.userId("prepared_by"), row.text("group_id"), row.instant("prepared_at"), row.instant("settled_at"),
				row.text("settled_note"), row.rulingNumber("decision_number"), row.caseNumber("matter_number"));
	}

}
