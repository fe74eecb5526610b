package dev.escala.complaint.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keys in the table {@code complaint_key}, which knows them by their digests only. */
@Repository
class ComplaintKeyRepository {

	private final JdbcClient jdbc;

	ComplaintKeyRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps it, where the matter has none yet. */
	boolean add(CaseNumber number, byte[] digest, Instant now) {
		return Columns.set("case_number", number)
			.and("digest", digest)
			.and("issued_at", now)
			.insertInto("complaint_key", "ON CONFLICT (case_number) DO NOTHING", this.jdbc)
			.update() == 1;
	}

	/** The matter whose key has one of these digests. */
	Optional<CaseNumber> find(List<byte[]> digests) {
		return this.jdbc.sql("SELECT case_number FROM complaint_key WHERE digest = ANY (?)")
			.param(digests.toArray(byte[][]::new))
			.query(Row.as((row) -> row.caseNumber("case_number")))
			.optional();
	}

	/** The secret that the database keeps, if it does. */
	Optional<byte[]> secret() {
		return this.jdbc.sql("SELECT secret FROM complaint_key_secret")
			.query(Row.as((row) -> row.bytes("secret")))
			.optional();
	}

	/** The same; the first one that is offered stays. */
	byte[] secret(byte[] offered) {
		this.jdbc.sql("INSERT INTO complaint_key_secret (secret) VALUES (?) ON CONFLICT DO NOTHING")
			.param(offered)
			.update();
		return secret().orElseThrow();
	}

}
