package dev.escala.tracking;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links in the table {@code tracking_link}, which knows tokens by their hashes only. */
@Repository
class TrackingLinkRepository {

	private final JdbcClient jdbc;

	TrackingLinkRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(byte[] hash, CaseNumber caseNumber, CustomerId customerId, Locale language, Instant now, Instant expires) {
		Columns.set("token_hash", hash)
			.and("case_number", caseNumber)
			.and("customer_id", customerId)
			.and("language", language.getLanguage())
			.and("created_at", now)
			.and("expires_at", expires)
			.insertInto("tracking_link", this.jdbc)
			.update();
	}

	/** The link that is neither revoked nor expired. */
	Optional<TrackingLink> find(byte[] hash, Instant now) {
		return this.jdbc.sql("""
				SELECT id, case_number, customer_id, language FROM tracking_link
				WHERE token_hash = ? AND revoked_at IS NULL AND expires_at > ?
				""")
			.params(Stored.values(hash, now))
			.query(Row.as((row) -> new TrackingLink(row.longNumber("id"), row.caseNumber("case_number"),
					row.customerId("customer_id"), Locale.forLanguageTag(row.text("language")))))
			.optional();
	}

	/** Revokes every link of the case. */
	int revoke(CaseNumber caseNumber, Instant now) {
		return this.jdbc.sql("UPDATE tracking_link SET revoked_at = ? WHERE case_number = ? AND revoked_at IS NULL")
			.params(Stored.values(now, caseNumber))
			.update();
	}

	void deleteExpired(Instant now) {
		this.jdbc.sql("DELETE FROM tracking_link WHERE expires_at < ?").param(Stored.value(now)).update();
	}

}
