package dev.escala.staffing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of those who are not always on duty. */
@Repository
class OnDutyRepository {

	private final JdbcClient jdbc;

	OnDutyRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The calendar's code by person. */
	Map<UserId, String> all() {
		return this.jdbc.sql("SELECT person_id, calendar_code FROM on_duty")
			.query(Row.as((row) -> Map.entry(row.userId("person_id"), row.text("calendar_code"))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** The people whose duty follows the calendar, by id. */
	List<UserId> peopleOf(String calendarCode) {
		return this.jdbc.sql("SELECT person_id FROM on_duty WHERE calendar_code = ? ORDER BY person_id")
			.param(calendarCode)
			.query(Row.as((row) -> row.userId("person_id")))
			.list();
	}

	void set(UserId personId, String calendarCode, UserId actor, Instant now) {
		Columns.set("person_id", personId)
			.and("calendar_code", calendarCode)
			.and("changed_by", actor)
			.and("changed_at", now)
			.save("on_duty", List.of("person_id"), this.jdbc);
	}

	/** Whether there was something to clear. */
	boolean clear(UserId personId) {
		return this.jdbc.sql("DELETE FROM on_duty WHERE person_id = ?").param(personId.value()).update() > 0;
	}

}
