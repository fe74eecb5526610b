package dev.escala.pursuit.coaching;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of practices, whose row is the lock of two nodes. */
@Repository
class CoachingRepository {

	private final JdbcClient jdbc;

	CoachingRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds one, where that person has had none of this quarter and ratio and has none of
	 * the ratio under way.
	 * @return its id, or empty where there is one
	 */
	Optional<Long> add(UserId person, CoachedRatio ratio, Counted now, Counted before, String reason, Instant at) {
		return this.jdbc.sql("""
				INSERT INTO coaching (person, ratio, quarter, part, whole, quarter_before, part_before, whole_before,
				  reason, state, opened_at)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?) ON CONFLICT DO NOTHING RETURNING id
				""")
			.params(Stored.values(person, ratio, now.quarter(), now.part(), now.whole(), before.quarter(),
					before.part(), before.whole(), reason, at))
			.query(Long.class)
			.optional();
	}

	Optional<Coaching> find(long id) {
		return this.jdbc.sql("SELECT * FROM coaching WHERE id = ?")
			.params(id)
			.query(Row.as(CoachingRepository::coaching))
			.optional();
	}

	/** Those that somebody practises, with whomever; the newest first. */
	List<Coaching> of(UserId user, int most) {
		return this.jdbc
			.sql("SELECT * FROM coaching WHERE person = ? OR leader = ? ORDER BY opened_at DESC, id LIMIT ?")
			.params(Stored.values(user, user, most))
			.query(Row.as(CoachingRepository::coaching))
			.list();
	}

	void lead(long id, UserId leader) {
		this.jdbc.sql("UPDATE coaching SET leader = ? WHERE id = ?").params(Stored.values(leader, id)).update();
	}

	/** Whether it was still open. */
	boolean practised(long id, String practised, String agreed, LocalDate secondLook) {
		return this.jdbc.sql("""
				UPDATE coaching SET state = 'PRACTISED', practised = ?, agreed = ?, second_look = ?
				WHERE id = ? AND state = 'OPEN'
				""").params(Stored.values(practised, agreed, secondLook, id)).update() == 1;
	}

	/** Whether it was still open. */
	boolean declined(long id, String reason, Instant at) {
		return this.jdbc.sql("""
				UPDATE coaching SET state = 'DECLINED', declined = ?, settled_at = ? WHERE id = ? AND state = 'OPEN'
				""").params(Stored.values(reason, at, id)).update() == 1;
	}

	/** Whether the second look was to come. */
	boolean lookedAt(long id, String outcome, Instant at) {
		return this.jdbc.sql("""
				UPDATE coaching SET state = 'LOOKED_AT', outcome = ?, settled_at = ?
				WHERE id = ? AND state = 'PRACTISED'
				""").params(Stored.values(outcome, at, id)).update() == 1;
	}

	/** Takes away what ended before an instant. */
	void forget(Instant before) {
		this.jdbc.sql("DELETE FROM coaching WHERE settled_at < ?").params(Stored.values(before)).update();
	}

	private static Coaching coaching(Row row) throws SQLException {
		return new Coaching(row.longNumber("id"), row.userId("person"), row.constant("ratio", CoachedRatio.class),
				new Counted(row.text("quarter"), row.longNumber("part"), row.longNumber("whole")),
				new Counted(row.text("quarter_before"), row.longNumber("part_before"), row.longNumber("whole_before")),
				row.text("reason"), row.constant("state", CoachingState.class), row.userId("leader"),
				new Coaching.Said(row.text("practised"), row.text("agreed"), row.day("second_look"),
						row.text("declined"), row.text("outcome")),
				row.instant("opened_at"));
	}

}
