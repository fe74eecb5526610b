package dev.escala.caselist;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import dev.escala.clock.ServiceClock;
import dev.escala.database.Conditions;
import dev.escala.database.Row;
import dev.escala.database.SearchRepository;
import dev.escala.database.Stored;
import dev.escala.matter.Severity;
import dev.escala.visibility.CasePartyRepository;
import dev.escala.visibility.Seen;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the views {@code case_line} and {@code case_due}. */
@Repository
class CaseListRepository {

	private static final int ROWS_IN_MEMORY = 500;

	/** Who asks and when, then the deadlines of each line at that moment. */
	private static final String WHO_AND_DUE = """
			WITH who AS (SELECT ?::text AS me, ?::text[] AS groups, ?::timestamptz AS now),
			due AS (
			  SELECT number, min(due_at) FILTER (WHERE due_at <= now) AS late_since,
			    (array_agg(clock ORDER BY due_at, clock) FILTER (WHERE due_at <= now))[1] AS late_clock,
			    min(due_at) FILTER (WHERE due_at > now) AS next_due,
			    (array_agg(clock ORDER BY due_at, clock) FILTER (WHERE due_at > now))[1] AS next_clock,
			    bool_or(due_at <= now AND news) AS silent
			  FROM case_due, who WHERE NOT paused GROUP BY number),
			line AS (
			  SELECT l.*, me, groups, c.code AS customer_code, coalesce(c.name, l.customer_text) AS customer,
			    due.late_since, due.late_clock, due.next_due, due.next_clock, coalesce(due.silent, false) AS silent,
			    pause.started_at AS paused_at, observed.observed_until
			  FROM who CROSS JOIN case_line l
			    LEFT JOIN customer c ON c.id = l.customer_id
			    LEFT JOIN due ON due.number = l.number
			    LEFT JOIN clock_pause pause ON pause.case_number = l.number AND pause.ended_at IS NULL AND l.open
			    LEFT JOIN observation observed ON observed.case_number = l.number AND observed.ended_at IS NULL
			""";

	private static final String TOLD = """
			 LEFT JOIN LATERAL (
			  SELECT max(started_at) AS told_at FROM deadline
			  WHERE case_number = x.number AND (clock = 'UPDATE' AND run > 1 OR clock = 'CLOSING')) told ON true
			""";

	private static final String CONTACTS = "EXISTS (SELECT FROM customer_contact contact WHERE contact.customer_id = "
			+ "l.customer_id AND contact.search LIKE ?)";

	/** The cases whose contacts are theirs to read, whoever asks. */
	private static final String MINE = " AND (l.owner_id = me OR l.group_id = ANY(groups))";

	private static final String WORD = "l.search LIKE ? OR c.search LIKE ? OR EXISTS (SELECT FROM case_detail detail "
			+ "WHERE detail.case_number = l.number AND detail.search LIKE ?) OR ";

	private final JdbcClient jdbc;

	private final JdbcTemplate rowByRow;

	private final SearchRepository search;

	CaseListRepository(JdbcClient jdbc, DataSource database, SearchRepository search) {
		this.search = search;
		this.jdbc = jdbc;
		this.rowByRow = new JdbcTemplate(database);
		this.rowByRow.setFetchSize(ROWS_IN_MEMORY);
	}

	/**
	 * One line more than wanted, from the place on; towards the front where it says so.
	 */
	List<Found> page(CaseQuery query, Seen seen, Instant now) {
		Conditions inner = conditions(query, seen);
		Conditions outer = chosen(query);
		boolean forward = query.place() == null || query.place().forward();
		String key = key(query.order());
		if (query.place() != null) {
			outer.that("(" + key + ", number) " + (forward ? ">" : "<") + " (?, ?)", query.place().key(),
					query.place().number());
		}
		String order = forward ? " ASC" : " DESC";
		String sql = WHO_AND_DUE + inner.where() + ") SELECT x.*, told_at FROM (SELECT line.*, " + key
				+ " AS place FROM line" + outer.where() + " ORDER BY place" + order + ", number" + order + " LIMIT ?) x"
				+ TOLD + " ORDER BY place" + order + ", number" + order;
		return this.jdbc.sql(sql)
			.params(all(seen, now, inner, outer.values(query.size() + 1)))
			.query(Row.as((row) -> new Found(line(row), row.longNumber("place"))))
			.list();
	}

	/** All lines in their order; a few hundred are in memory at a time. */
	void each(CaseQuery query, Seen seen, Instant now, Consumer<CaseLine> reader) {
		Conditions inner = conditions(query, seen);
		Conditions outer = chosen(query);
		String sql = WHO_AND_DUE + inner.where() + ") SELECT x.*, told_at FROM line x" + TOLD + outer.where()
				+ " ORDER BY " + key(query.order()) + ", number";
		this.rowByRow.query(sql, Row.each((row) -> reader.accept(line(row))),
				all(seen, now, inner, outer.values()).toArray());
	}

	CasePart.Counts counts(CaseQuery query, Seen seen, Instant now) {
		Conditions inner = conditions(query, seen);
		String quick = (query.filter() == null) ? "true" : condition(query.filter());
		String filters = Arrays.stream(QuickFilter.values())
			.map((filter) -> ", count(*) FILTER (WHERE " + (filter.isOfEnded() ? "" : "open AND ") + condition(filter)
					+ ") AS " + filter.name())
			.collect(Collectors.joining());
		return this.jdbc.sql(WHO_AND_DUE + inner.where() + ") SELECT count(*) FILTER (WHERE open AND " + quick
				+ ") AS running, count(*) FILTER (WHERE NOT open AND " + quick + ") AS ended" + filters + " FROM line")
			.params(all(seen, now, inner, List.of()))
			.query(Row.as(CaseListRepository::counts))
			.single();
	}

	private static CasePart.Counts counts(Row row) throws SQLException {
		long open = row.longNumber("running");
		long ended = row.longNumber("ended");
		Map<QuickFilter, Long> filters = new EnumMap<>(QuickFilter.class);
		for (QuickFilter filter : QuickFilter.values()) {
			filters.put(filter, row.longNumber(filter.name()));
		}
		return new CasePart.Counts(Map.of(CaseState.OPEN, open, CaseState.ENDED, ended, CaseState.ALL, open + ended),
				filters);
	}

	private Conditions conditions(CaseQuery query, Seen seen) {
		Conditions conditions = new Conditions().equal("l.kind", query.kind())
			.equal("l.severity", query.severity())
			.equal("l.group_id", query.group())
			.equal("l.owner_id", query.owner());
		CasePartyRepository.restrict(conditions, "l.number", seen);
		if (query.customer() != null) {
			conditions.that("c.code = upper(?)", query.customer());
		}
		if (query.from() != null) {
			conditions.that("l.reported_at >= ?", query.from());
		}
		if (query.until() != null) {
			conditions.that("l.reported_at < ?", query.until());
		}
		if (query.text() != null) {
			String contacts = CONTACTS + (seen.allContacts() ? "" : MINE);
			this.search.search(conditions, query.text(), "l.number", WORD + contacts, contacts);
		}
		return conditions;
	}

	private static Conditions chosen(CaseQuery query) {
		Conditions conditions = new Conditions();
		boolean anyState = query.filter() != null && query.filter().isOfEnded();
		if (query.state() != CaseState.ALL && !anyState) {
			conditions.that((query.state() == CaseState.OPEN) ? "open" : "NOT open");
		}
		return (query.filter() == null) ? conditions : conditions.that(condition(query.filter()));
	}

	private static String condition(QuickFilter filter) {
		return switch (filter) {
			case LATE -> "late_since IS NOT NULL";
			case CRITICAL -> "severity = 'CRITICAL'";
			case SILENT -> "silent";
			case PAUSED -> "paused_at IS NOT NULL";
			case MINE -> "owner_id = me";
			case REPORTED -> "reported_by = me";
			case MY_TEAM -> "group_id = ANY(groups)";
			case UNOWNED -> "owner_id IS NULL";
			case OBSERVED -> "observed_until IS NOT NULL";
		};
	}

	/** A number that grows in the order of the list. */
	private static String key(CaseOrder order) {
		return switch (order) {
			case RECENT -> "-" + micros("reported_at");
			case OLDEST -> micros("reported_at");
			case SEVERITY ->
				"coalesce(-array_position(ARRAY['LOW','MODERATE','HIGH','CRITICAL'], severity), 0)::bigint";
			// What has no deadline comes last.
			case DUE -> "coalesce(" + micros("least(late_since, next_due)") + ", 99999999999999999)";
		};
	}

	private static String micros(String instant) {
		return "(extract(epoch FROM " + instant + ") * 1000000)::bigint";
	}

	private static List<Object> all(Seen seen, Instant now, Conditions inner, List<Object> more) {
		List<Object> values = new ArrayList<>(Stored.values(seen.userId(), Stored.texts(seen.groups()), now));
		values.addAll(inner.values());
		values.addAll(more);
		return values;
	}

	private static CaseLine line(Row row) throws SQLException {
		CaseKind kind = row.constant("kind", CaseKind.class);
		return new CaseLine(row.caseNumber("number"), kind, row.flag("open"),
				kind.standing(row.text("state"), row.text("outcome"), row.instant("observed_until") != null),
				row.text("subject"), row.text("customer_code"), row.text("customer"),
				row.constant("severity", Severity.class), row.text("group_id"), row.userId("owner_id"),
				row.userId("reported_by"), row.instant("reported_at"), row.instant("ended_at"),
				new CaseLine.Due(row.instant("late_since"), clock(row.text("late_clock")), row.instant("next_due"),
						clock(row.text("next_clock")), row.flag("silent"), row.instant("paused_at")),
				row.instant("told_at"));
	}

	private static String clock(String name) {
		return (name == null) ? null : switch (name) {
			case "REQUEST_ACKNOWLEDGEMENT" -> "Acuse de la solicitud";
			case "REQUEST_ANSWER" -> "Respuesta a la solicitud";
			default -> ServiceClock.valueOf(name).label();
		};
	}

	/**
	 * A line and where it stands.
	 *
	 * @param key what the list is ordered by
	 */
	record Found(CaseLine line, long key) {

		Cursor place(boolean forward) {
			return new Cursor(forward, this.key, this.line.number());
		}

	}

}
