package dev.escala.timeline;

import java.time.Clock;
import java.util.List;

import dev.escala.database.Row;
import dev.escala.database.Stored;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened to a case, in the order in which it happened, in words that staff read.
 * Entries are only ever added, in the transaction of what they tell.
 */
@Component
public class Timeline {

	private final JdbcClient jdbc;

	private final Clock clock;

	Timeline(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Adds an entry that happened now.
	 * @param caseNumber the case, for example {@code ESC-2026-000123}
	 * @param actor user id of the person, or {@link TimelineEntry#SYSTEM}
	 * @param text one Spanish sentence
	 */
	public void add(String caseNumber, String actor, String text) {
		this.jdbc.sql("INSERT INTO timeline_entry (case_number, happened_at, actor, text) VALUES (?, ?, ?, ?)")
			.params(Stored.values(caseNumber, this.clock.instant(), actor, text))
			.update();
	}

	/** Everything that happened to the case, oldest first. */
	public List<TimelineEntry> of(String caseNumber) {
		return this.jdbc
			.sql("SELECT happened_at, actor, text FROM timeline_entry WHERE case_number = ? ORDER BY happened_at, id")
			.param(caseNumber)
			.query(Row.as((row) -> new TimelineEntry(row.instant("happened_at"), row.text("actor"), row.text("text"))))
			.list();
	}

}
