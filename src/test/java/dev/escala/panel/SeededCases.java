package dev.escala.panel;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases with every turn that figures count, drawn from a seed, in memory and in the
 * tables. The days lie around the edges that count: weeks, 30, 60 and 120 days.
 */
final class SeededCases {

	static final List<String> TEAMS = List.of("seeded-one", "seeded-two");

	private static final List<String> REASONS = List.of("KNOWLEDGE", "AUTHORITY", "RESOURCES", "CUSTOMER_REQUEST",
			"SERVICE_LEVEL");

	private static final List<String> SEVERITIES = List.of("LOW", "MODERATE", "HIGH", "CRITICAL");

	private static final List<String> CLOCKS = List.of("FIRST_NOTICE", "ACKNOWLEDGEMENT", "ANSWER", "RESOLUTION",
			"UPDATE", "ACTIVITY");

	private final Random random;

	private final Instant now;

	private final JdbcClient jdbc;

	final List<Case> cases = new ArrayList<>();

	/** Customers by id, with all moments at which something was heard of them. */
	final Map<Long, List<Instant>> heard = new LinkedHashMap<>();

	private final List<Long> customers = new ArrayList<>();

	SeededCases(JdbcClient jdbc, Instant now, long seed) {
		this.jdbc = jdbc;
		this.now = now;
		this.random = new Random(seed);
	}

	void draw(int count) {
		for (int i = 0; i < Math.max(4, count / 12); i++) {
			long id = this.jdbc.sql("""
					INSERT INTO customer (code, name, search_name, tier, language)
					VALUES (?, ?, ?, 'GOLD', 'es') RETURNING id
					""").params("SEED" + i, "Cliente " + i, "cliente " + i).query(Long.class).single();
			this.customers.add(id);
			this.heard.put(id, new ArrayList<>());
		}
		for (int i = 0; i < count; i++) {
			insert(draw("ESC-1990-" + String.format("%06d", i + 1)));
		}
		for (long customer : this.customers) {
			if (chance(40)) {
				contact(customer);
			}
		}
	}

	/** Takes all of it away, where it was committed. */
	void remove() {
		for (String table : List.of("clock_pause", "deadline", "case_note", "case_level", "case_holder",
				"case_contact")) {
			this.jdbc.sql("DELETE FROM " + table + " WHERE case_number LIKE 'ESC-1990-%'").update();
		}
		this.jdbc.sql("DELETE FROM escalation WHERE number LIKE 'ESC-1990-%'").update();
		this.jdbc.sql("DELETE FROM matter WHERE number LIKE 'ESC-1990-%'").update();
		this.jdbc.sql("DELETE FROM customer WHERE code LIKE 'SEED%'").update();
	}

	private Case draw(String number) {
		Instant reported = ago(300 * 24);
		boolean closed = chance(60);
		Instant acknowledged = chance(85) ? after(reported, 30) : null;
		Case one = new Case(number, pick(this.customers), pick(TEAMS), pick(REASONS), pick(SEVERITIES), reported,
				acknowledged, closed ? after(reported, 24 * 40) : null, closed && chance(85),
				chance(50) ? 1 + this.random.nextInt(5) : null, chance(12));
		String team = one.team;
		String owner = null;
		one.holders.add(new Holder(null, null, reported));
		one.holders.add(new Holder(team, null, reported.plusSeconds(1)));
		if (acknowledged != null) {
			owner = "seeded-" + this.random.nextInt(5);
			one.holders.add(new Holder(team, owner, acknowledged));
			for (int i = this.random.nextInt(4) - 1; i > 0; i--) {
				team = chance(50) ? team : other(team);
				owner = "seeded-" + this.random.nextInt(5);
				one.holders.add(new Holder(team, owner, after(acknowledged, 200)));
			}
		}
		one.holders.sort((a, b) -> a.since.compareTo(b.since));
		one.team = one.holders.get(one.holders.size() - 1).team;
		one.owner = one.holders.get(one.holders.size() - 1).owner;
		for (int level = 2; level <= 3 && chance(25); level++) {
			one.levels.add(after(reported, 60));
		}
		for (String clock : CLOCKS) {
			if (chance(85)) {
				Instant due = after(reported, 72);
				one.clocks.add(new Timer(clock, reported, due, chance(60) ? after(reported, 90) : null,
						one.paused && chance(70), one.ended() || chance(5)));
			}
		}
		if (one.closedAt != null && chance(30)) {
			one.reopenings.add(after(one.closedAt, 24 * 60));
		}
		return one;
	}

	private void insert(Case one) {
		this.cases.add(one);
		this.heard.get(one.customer).add(one.reportedAt);
		this.jdbc.sql("INSERT INTO matter (number, kind, open) VALUES (?, 'escalation', ?)")
			.params(one.number, !one.ended())
			.update();
		this.jdbc
			.sql("""
					INSERT INTO escalation (number, phase, outcome, customer_text, customer_id, origin, reason, criterion,
					  speciality, subject, description, impact, urgency, major, severity, type, group_id, owner_id, reported_by,
					  reported_at, acknowledged_at, ended_at, first_closed_at, satisfaction)
					VALUES (?, ?, ?, 'x', ?, 'CUSTOMER', ?, 'TECHNICAL', 'TECHNOLOGY', 'x', 'x', 'LOW', 'LOW', false, ?,
					  'FUNCTIONAL', ?, ?, 'seeded', ?, ?, ?, ?, ?)
					""")
			.params(values(one.number, one.ended() ? "ENDED" : "RESOLVE", one.ended() ? "CLOSED" : null, one.customer,
					one.reason, one.severity, one.team, one.owner, one.reportedAt, one.acknowledgedAt,
					one.ended() ? one.closedAt : null, one.closedAt, one.satisfaction))
			.update();
		for (Holder holder : one.holders) {
			this.jdbc.sql("INSERT INTO case_holder (case_number, group_id, owner_id, since) VALUES (?, ?, ?, ?)")
				.params(values(one.number, holder.team, holder.owner, holder.since))
				.update();
		}
		int level = 2;
		for (Instant at : one.levels) {
			this.jdbc.sql(
					"INSERT INTO case_level (case_number, level, group_id, because, reached_at) VALUES (?, ?, 'x', 'x', ?)")
				.params(values(one.number, level++, at))
				.update();
		}
		for (Instant at : one.reopenings) {
			this.jdbc
				.sql("INSERT INTO case_note (case_number, kind, text, author, written_at) "
						+ "VALUES (?, 'REOPENING', 'x', 'x', ?)")
				.params(values(one.number, at))
				.update();
		}
		for (Timer clock : one.clocks) {
			this.jdbc
				.sql("""
						INSERT INTO deadline (case_number, clock, run, started_at, warn_at, due_at, met_at, paused_at, stopped_at,
						  duration, counting, warn_after, may_pause, calendar_code, reason)
						VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, 'PT1H', 'ELAPSED', 75, true, 'organizacion', 'x')
						""")
				.params(values(one.number, clock.clock, clock.startedAt, clock.dueAt, clock.dueAt, clock.metAt,
						clock.paused ? clock.startedAt : null, clock.stopped ? clock.dueAt : null))
				.update();
		}
		if (one.paused) {
			this.jdbc
				.sql("INSERT INTO clock_pause (case_number, reason, started_at, started_by) VALUES (?, 'x', ?, 'x')")
				.params(values(one.number, one.reportedAt))
				.update();
		}
	}

	private void contact(long customer) {
		Instant at = ago(300 * 24);
		this.heard.get(customer).add(at);
		this.jdbc
			.sql("INSERT INTO case_contact (case_number, customer_id, contacted_at) VALUES ('ESC-1990-000001', ?, ?)")
			.params(values(customer, at))
			.update();
	}

	private static List<Object> values(Object... values) {
		List<Object> all = new ArrayList<>();
		for (Object value : values) {
			all.add((value instanceof Instant instant) ? Timestamp.from(instant) : value);
		}
		return all;
	}

	private String other(String team) {
		return TEAMS.get(1 - TEAMS.indexOf(team));
	}

	private boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

	private <T> T pick(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	private Instant ago(int hours) {
		return this.now.minusSeconds(1 + this.random.nextInt(hours * 3600));
	}

	/** Some time after, and sometimes later than now, as dates to come are. */
	private Instant after(Instant begin, int hours) {
		return begin.plus(Duration.ofSeconds(2 + this.random.nextInt(hours * 3600)));
	}

	/** A case as it was drawn. */
	static final class Case {

		final String number;

		final long customer;

		String team;

		String owner;

		final String reason;

		final String severity;

		final Instant reportedAt;

		final Instant acknowledgedAt;

		/** The first time. */
		final Instant closedAt;

		private final boolean stayedClosed;

		final Integer satisfaction;

		final boolean paused;

		final List<Holder> holders = new ArrayList<>();

		final List<Instant> levels = new ArrayList<>();

		final List<Instant> reopenings = new ArrayList<>();

		final List<Timer> clocks = new ArrayList<>();

		Case(String number, long customer, String team, String reason, String severity, Instant reportedAt,
				Instant acknowledgedAt, Instant closedAt, boolean stayedClosed, Integer satisfaction, boolean paused) {
			this.number = number;
			this.customer = customer;
			this.team = team;
			this.reason = reason;
			this.severity = severity;
			this.reportedAt = reportedAt;
			this.acknowledgedAt = acknowledgedAt;
			this.closedAt = closedAt;
			this.stayedClosed = stayedClosed;
			this.satisfaction = satisfaction;
			this.paused = paused;
		}

		boolean ended() {
			return this.closedAt != null && this.stayedClosed;
		}

	}

	record Holder(String team, String owner, Instant since) {
	}

	record Timer(String clock, Instant startedAt, Instant dueAt, Instant metAt, boolean paused, boolean stopped) {

		boolean runs() {
			return this.metAt == null && !this.stopped && !this.paused;
		}

	}

}
