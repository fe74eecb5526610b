package dev.escala.pursuit.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Stored;
import dev.escala.pipeline.Party;
import dev.escala.pursuit.Pursuit;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code left_alone} and {@code left_alone_trace}. */
@Repository
class LeftAloneRepository {

	/** As the migration made them of whoever was left alone before. */
	private static final String DIGEST = "encode(sha256(convert_to(%s, 'UTF8')), 'hex')";

	private final JdbcClient jdbc;

	LeftAloneRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	boolean isParty(Pursuit pursuit) {
		return isParty(pursuit.partyKind(), pursuit.partyId());
	}

	boolean isParty(Party.Kind kind, long id) {
		return this.jdbc.sql("SELECT count(*) FROM left_alone WHERE party_kind = ? AND party_id = ?")
			.params(kind.name(), id)
			.query(Long.class)
			.single() > 0;
	}

	boolean isAnyTrace(List<String> traces) {
		return this.jdbc
			.sql("SELECT count(*) FROM left_alone_trace WHERE digest IN (SELECT " + DIGEST.formatted("one")
					+ " FROM unnest(?::text[]) one)")
			.param(traces.toArray(String[]::new))
			.query(Long.class)
			.single() > 0;
	}

	void add(Pursuit pursuit, UserId by, Instant at) {
		add(pursuit.partyKind(), pursuit.partyId(), by, at);
	}

	void add(Party.Kind kind, long id, UserId by, Instant at) {
		Columns.set("party_kind", kind)
			.and("party_id", id)
			.and("asked_by", by)
			.and("asked_at", at)
			.insertInto("left_alone", "ON CONFLICT DO NOTHING", this.jdbc)
			.update();
	}

	void addTraces(List<String> traces, Instant at) {
		this.jdbc
			.sql("INSERT INTO left_alone_trace (digest, kept_at) SELECT " + DIGEST.formatted("one")
					+ ", ? FROM unnest(?::text[]) one ON CONFLICT DO NOTHING")
			.params(Stored.value(at), traces.toArray(String[]::new))
			.update();
	}

	/** The name of a prospect as names are compared; a customer is known by its row. */
	Optional<String> bareName(Pursuit pursuit) {
		return (pursuit.partyKind() == Party.Kind.CUSTOMER) ? Optional.empty()
				: this.jdbc.sql("SELECT bare_name FROM prospect WHERE id = ?")
					.param(pursuit.partyId())
					.query(String.class)
					.optional();
	}

}
