package dev.escala.web;

import java.time.Instant;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keys of requests in the table {@code idempotency_key}. */
@Repository
class IdempotencyKeyRepository {

	private final JdbcClient jdbc;

	IdempotencyKeyRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Takes the key, waiting for a node that has just taken it.
	 * @return whether it was free
	 */
	boolean take(Scope scope, String bodyHash, Instant now) {
		return Columns.set("user_id", scope.caller())
			.and("path", scope.path())
			.and("key", scope.key())
			.and("request_hash", bodyHash)
			.and("created_at", now)
			.insertInto("idempotency_key", "ON CONFLICT DO NOTHING", this.jdbc)
			.update() == 1;
	}

	Optional<Known> find(Scope scope) {
		return this.jdbc
			.sql("SELECT request_hash, result_id FROM idempotency_key WHERE user_id = ? AND path = ? AND key = ?")
			.params(scope.caller(), scope.path(), scope.key())
			.query(Row.as((row) -> new Known(row.text("request_hash"), row.text("result_id"))))
			.optional();
	}

	/** What the first request with this key created. */
	void keepResult(Scope scope, String id) {
		this.jdbc.sql("UPDATE idempotency_key SET result_id = ? WHERE user_id = ? AND path = ? AND key = ?")
			.params(id, scope.caller(), scope.path(), scope.key())
			.update();
	}

	void deleteBefore(Instant created) {
		this.jdbc.sql("DELETE FROM idempotency_key WHERE created_at < ?").param(Stored.value(created)).update();
	}

	/** Within what a key is unique. */
	record Scope(String caller, String path, String key) {
	}

	/** What is known of a key. */
	record Known(String requestHash, String resultId) {
	}

}
