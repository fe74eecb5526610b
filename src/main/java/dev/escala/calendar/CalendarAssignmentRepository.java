package dev.escala.calendar;

import java.util.List;
import java.util.Optional;

import dev.escala.database.Row;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of who works, and who is served, by which calendar. */
@Repository
class CalendarAssignmentRepository {

	private final JdbcClient jdbc;

	CalendarAssignmentRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The code of the calendar of a team or a customer, by its id. */
	Optional<String> find(Who who, Object id) {
		return this.jdbc.sql("SELECT calendar_code FROM " + who.table + " WHERE " + who.column + " = ?")
			.param(id)
			.query(String.class)
			.optional();
	}

	void assign(Who who, Object id, String code) {
		this.jdbc
			.sql("INSERT INTO " + who.table + " (" + who.column + ", calendar_code) VALUES (?, ?) ON CONFLICT ("
					+ who.column + ") DO UPDATE SET calendar_code = excluded.calendar_code")
			.params(id, code)
			.update();
	}

	void remove(Who who, Object id) {
		this.jdbc.sql("DELETE FROM " + who.table + " WHERE " + who.column + " = ?").param(id).update();
	}

	/** The calendars that any team has of its own. */
	List<String> codesOfTeams() {
		return this.jdbc.sql("SELECT DISTINCT calendar_code FROM calendar_team").query(String.class).list();
	}

	/** The groups that work by a calendar. */
	List<String> teamsOf(String code) {
		return this.jdbc.sql("SELECT group_id FROM calendar_team WHERE calendar_code = ? ORDER BY group_id")
			.param(code)
			.query(String.class)
			.list();
	}

	/** The customers who are served by a calendar. */
	List<CalendarUsers.Named> customersOf(String code) {
		return this.jdbc
			.sql("SELECT c.code, c.name FROM calendar_customer a JOIN customer c ON c.id = a.customer_id"
					+ " WHERE a.calendar_code = ? ORDER BY c.code")
			.param(code)
			.query(Row.as((row) -> new CalendarUsers.Named(row.text("code"), row.text("name"))))
			.list();
	}

	/** Who may have a calendar of their own. */
	enum Who {

		/** A team, by its group. */
		TEAM("calendar_team", "group_id"),
		/** A customer, by our own id. */
		CUSTOMER("calendar_customer", "customer_id");

		private final String table;

		private final String column;

		Who(String table, String column) {
			this.table = table;
			this.column = column;
		}

	}

}
