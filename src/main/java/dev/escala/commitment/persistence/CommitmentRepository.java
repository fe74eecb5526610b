package dev.escala.commitment.persistence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.escala.commitment.Commitment;
import dev.escala.commitment.CommitmentStatus;
import dev.escala.pipeline.Parties;
import dev.escala.pipeline.Party;
import dev.escala.policy.Situation;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Commitments in the table {@code commitment}. */
@Repository
public class CommitmentRepository {

	private final JdbcClient jdbc;

	private final Parties parties;

	private final ZoneId zone;

	CommitmentRepository(JdbcClient jdbc, Parties parties, @Value("${escala.zone}") ZoneId zone) {
		this.jdbc = jdbc;
		this.parties = parties;
		this.zone = zone;
	}

	/** The next free number; the year is the organisation's. */
	public String nextNumber(Instant preparedAt) {
		long next = this.jdbc.sql("SELECT nextval('commitment_number')").query(Long.class).single();
		return String.format(Locale.ROOT, "COM-%d-%06d", preparedAt.atZone(this.zone).getYear(), next);
	}

	public void insert(Commitment commitment) {
		this.jdbc
			.sql("INSERT INTO commitment (number, status, party_kind, party_id, content, situations, request_number, "
					+ "prepared_by, group_id, prepared_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.params(Arrays.asList(commitment.number(), commitment.status().name(), commitment.party().kind().name(),
					commitment.party().id(), commitment.content(),
					commitment.situations().stream().map(Enum::name).toArray(String[]::new), commitment.requestNumber(),
					commitment.preparedBy(), commitment.groupId(), Timestamp.from(commitment.preparedAt())))
			.update();
	}

	public Optional<Commitment> find(String number) {
		return read(number, "");
	}

	/** The commitment, kept from others until the transaction ends. */
	public Optional<Commitment> lock(String number) {
		return read(number, " FOR UPDATE");
	}

	/** Ties a commitment to the process instance that carries it, once. */
	public boolean bind(String number, String processInstanceId) {
		return this.jdbc
			.sql("UPDATE commitment SET process_instance_id = ? WHERE number = ? AND process_instance_id IS NULL")
			.params(processInstanceId, number)
			.update() == 1;
	}

	/** Whether that process instance carries the commitment. */
	public boolean isCarriedBy(String number, String processInstanceId) {
		return this.jdbc.sql("SELECT count(*) FROM commitment WHERE number = ? AND process_instance_id = ?")
			.params(number, processInstanceId)
			.query(Integer.class)
			.single() == 1;
	}

	/**
	 * Sets columns of a commitment.
	 * @param columns for example {@code "status = ?, settled_at = ?"}
	 */
	public void set(String number, String columns, Object... values) {
		this.jdbc.sql("UPDATE commitment SET " + columns + " WHERE number = ?")
			.params(Stream.concat(Arrays.stream(values).map(CommitmentRepository::stored), Stream.of(number)).toList())
			.update();
	}

	private Optional<Commitment> read(String number, String lock) {
		return this.jdbc.sql("SELECT * FROM commitment WHERE number = ?" + lock)
			.param(number)
			.query((row, n) -> read(row))
			.optional();
	}

	private Commitment read(ResultSet row) throws SQLException {
		return new Commitment(row.getString("number"), CommitmentStatus.valueOf(row.getString("status")),
				this.parties.get(Party.Kind.valueOf(row.getString("party_kind")), row.getLong("party_id")),
				row.getString("content"), situations(row.getArray("situations")), row.getString("request_number"),
				row.getString("prepared_by"), row.getString("group_id"), instant(row, "prepared_at"),
				instant(row, "settled_at"), row.getString("settled_note"), row.getString("decision_number"));
	}

	private static Set<Situation> situations(Array array) throws SQLException {
		Set<Situation> situations = EnumSet.noneOf(Situation.class);
		for (Object name : (Object[]) array.getArray()) {
			situations.add(Situation.valueOf((String) name));
		}
		return situations;
	}

	private static Object stored(Object value) {
		return (value instanceof Instant instant) ? Timestamp.from(instant)
				: (value instanceof Enum<?> constant) ? constant.name() : value;
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp value = row.getTimestamp(column);
		return (value == null) ? null : value.toInstant();
	}

}
