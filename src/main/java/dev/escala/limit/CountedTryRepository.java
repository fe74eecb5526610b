package dev.escala.limit;

import java.time.Instant;
import java.util.Optional;

import dev.escala.database.Row;
import dev.escala.database.Stored;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was tried how often, in the table {@code counted_try}. */
@Repository
class CountedTryRepository {

	private final JdbcClient jdbc;

	CountedTryRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Tries> find(Counter counter) {
		return read(counter, "");
	}

	/**
	 * The same, kept from others until the transaction ends; adds a counter that is
	 * missing.
	 */
	Optional<Tries> lock(Counter counter, Instant now) {
		this.jdbc.sql("INSERT INTO counted_try (kind, key, tries, last_at) VALUES (?, ?, 0, ?) ON CONFLICT DO NOTHING")
			.params(Stored.values(counter.limit().kind(), counter.stored(), now))
			.update();
		return read(counter, " FOR UPDATE");
	}

	private Optional<Tries> read(Counter counter, String lock) {
		return this.jdbc.sql("SELECT tries, last_at FROM counted_try WHERE kind = ? AND key = ?" + lock)
			.params(counter.limit().kind(), counter.stored())
			.query(Row.as((row) -> new Tries(row.number("tries"), row.instant("last_at"))))
			.optional();
	}

	void save(Counter counter, int tries, Instant now) {
		this.jdbc.sql("UPDATE counted_try SET tries = ?, last_at = ? WHERE kind = ? AND key = ?")
			.params(Stored.values(tries, now, counter.limit().kind(), counter.stored()))
			.update();
	}

	/** One try less. */
	void giveBack(Counter counter) {
		this.jdbc.sql("UPDATE counted_try SET tries = greatest(tries - 1, 0) WHERE kind = ? AND key = ?")
			.params(counter.limit().kind(), counter.stored())
			.update();
	}

	void delete(Counter counter) {
		this.jdbc.sql("DELETE FROM counted_try WHERE kind = ? AND key = ?")
			.params(counter.limit().kind(), counter.stored())
			.update();
	}

	/** What somebody holds is left to the next time: nobody waits for it. */
	void deleteBefore(Instant last) {
		this.jdbc.sql("""
				DELETE FROM counted_try WHERE (kind, key) IN
				  (SELECT kind, key FROM counted_try WHERE last_at < ? FOR UPDATE SKIP LOCKED)
				""").param(Stored.value(last)).update();
	}

	/**
	 * What a counter holds.
	 *
	 * @param tries how many
	 * @param last when the last one was
	 */
	record Tries(int tries, Instant last) {
	}

}
