package dev.escala.calendar;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.escala.database.Row;
import dev.escala.database.SortColumns;
import dev.escala.database.Stored;
import dev.escala.database.Turns;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of calendars. */
@Repository
class CalendarRepository {

	static final SortColumns SORT = SortColumns.by("code", "code").and("name", "lower(name)");

	/** A newer version of Escala may know more of a calendar than this one. */
	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	/** Where the country or region has changed since, a confirmation says nothing. */
	private static final String CONFIRMED = "ARRAY(SELECT y.year::bigint FROM calendar_year y"
			+ " WHERE y.calendar_code = calendar.code AND y.country = calendar.definition->>'country'"
			+ " AND y.region IS NOT DISTINCT FROM calendar.definition->>'region') AS confirmed";

	/** "calendar" in letters of a telephone. */
	private static final long LOCK = 22536327L;

	private final JdbcClient jdbc;

	private final Turns turns;

	private final Clock clock;

	CalendarRepository(JdbcClient jdbc, Turns turns, Clock clock) {
		this.jdbc = jdbc;
		this.turns = turns;
		this.clock = clock;
	}

	/**
	 * Until the end of the transaction nobody else who calls this gets further: all
	 * writing of calendars and assignments happens one after the other, on all nodes.
	 */
	void takeTurns() {
		this.turns.take(LOCK);
	}

	Optional<StoredCalendar> find(String code) {
		return this.jdbc.sql("SELECT * FROM calendar WHERE code = ?")
			.param(code)
			.query(Row.as(CalendarRepository::calendar))
			.optional();
	}

	/** Which version of a calendar is in force. */
	Optional<Version> version(String code) {
		return this.jdbc.sql("SELECT code, version, " + CONFIRMED + " FROM calendar WHERE code = ?")
			.param(code)
			.query(Row.as(CalendarRepository::version))
			.optional();
	}

	/**
	 * Which calendar, in which version, counts for a piece of work: the customer's, or
	 * else the team's, or else another.
	 */
	Optional<Version> effective(String groupId, CustomerId customerId, String otherwise) {
		return this.jdbc.sql("""
				SELECT code, version, %s FROM calendar WHERE code = coalesce(
				  (SELECT calendar_code FROM calendar_customer WHERE customer_id = ?),
				  (SELECT calendar_code FROM calendar_team WHERE group_id = ?), ?)""".formatted(CONFIRMED))
			.params(Stored.values(customerId, groupId, otherwise))
			.query(Row.as(CalendarRepository::version))
			.optional();
	}

	private static Version version(Row row) throws SQLException {
		return new Version(row.text("code"), row.longNumber("version"),
				row.longNumbers("confirmed").stream().map(Long::intValue).collect(Collectors.toUnmodifiableSet()));
	}

	List<StoredCalendar> all(PageRequest page) {
		return this.jdbc.sql("SELECT * FROM calendar ORDER BY " + SORT.clause(page.sort()) + ", code LIMIT ? OFFSET ?")
			.params(page.size(), page.offset())
			.query(Row.as(CalendarRepository::calendar))
			.list();
	}

	/** Every calendar, by its code. */
	List<StoredCalendar> all() {
		return this.jdbc.sql("SELECT * FROM calendar ORDER BY code").query(Row.as(CalendarRepository::calendar)).list();
	}

	long count() {
		return this.jdbc.sql("SELECT count(*) FROM calendar").query(Long.class).single();
	}

	List<String> configuredCodes() {
		return this.jdbc.sql("SELECT code FROM calendar WHERE configured ORDER BY code").query(String.class).list();
	}

	/** Adds a calendar, or nothing where the code is taken. */
	boolean insert(SaveCalendar definition, boolean configured, UserId by) {
		return this.jdbc
			.sql("INSERT INTO calendar (code, name, definition, version, configured, updated_at, updated_by)"
					+ " VALUES (?, ?, ?::jsonb, nextval('calendar_version'), ?, ?, ?) ON CONFLICT (code) DO NOTHING")
			.params(Stored.values(definition.code(), definition.name(), json(definition), configured, now(), by))
			.update() == 1;
	}

	void update(SaveCalendar definition, boolean configured, UserId by) {
		this.jdbc
			.sql("UPDATE calendar SET name = ?, definition = ?::jsonb, version = nextval('calendar_version'),"
					+ " configured = ?, updated_at = ?, updated_by = ? WHERE code = ?")
			.params(Stored.values(definition.name(), json(definition), configured, now(), by, definition.code()))
			.update();
	}

	/** Changes who defines the calendar, and nothing of what it says. */
	void setConfigured(String code, boolean configured) {
		this.jdbc.sql("UPDATE calendar SET configured = ? WHERE code = ?").params(configured, code).update();
	}

	void delete(String code) {
		this.jdbc.sql("DELETE FROM calendar WHERE code = ?").param(code).update();
	}

	private Object now() {
		return Stored.value(this.clock.instant());
	}

	private static String json(SaveCalendar definition) {
		try {
			return JSON.writeValueAsString(definition.definition());
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static StoredCalendar calendar(Row row) throws SQLException {
		try {
			return new StoredCalendar(JSON.readValue(row.text("definition"), CalendarDefinition.class),
					row.longNumber("version"), row.flag("configured"), row.instant("updated_at"),
					row.userId("updated_by"));
		}
		catch (JsonProcessingException ex) {
			// What is kept wrongly must not look like a mistake in the request.
			throw new IllegalStateException("The stored calendar " + row.text("code") + " cannot be read",
					new IllegalStateException(ex.getMessage()));
		}
	}

	/**
	 * A version of a calendar.
	 *
	 * @param confirmed the years that somebody confirmed for its country and region
	 */
	record Version(String code, long number, Set<Integer> confirmed) {
	}

}
