package dev.escala.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people declared, in the table {@code declared_interest}. */
@Repository
class InterestRepository {

	private final JdbcClient jdbc;

	InterestRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What this person declared, by name. */
	List<Interests.Interest> interests(UserId userId) {
		return this.jdbc.sql("SELECT * FROM declared_interest WHERE user_id = ? ORDER BY bare_name")
			.param(userId.value())
			.query(Row.as((row) -> new Interests.Interest(row.longNumber("id"), row.text("party"), row.text("relation"),
					row.instant("declared_at"))))
			.list();
	}

	/**
	 * Adds a declaration.
	 * @return its id; empty where the person declared one in that party before
	 */
	Optional<Long> add(UserId userId, String party, String relation, Instant now) {
		return Columns.set("user_id", userId)
			.and("bare_name", BareName.of(party))
			.and("party", party)
			.and("relation", relation)
			.and("declared_at", now)
			.insertInto("declared_interest", "ON CONFLICT DO NOTHING RETURNING id", this.jdbc)
			.query(Long.class)
			.optional();
	}

	/** Removes one of the person's declarations, if they have it. */
	boolean remove(UserId userId, long id) {
		return this.jdbc.sql("DELETE FROM declared_interest WHERE user_id = ? AND id = ?")
			.params(userId.value(), id)
			.update() > 0;
	}

}
