package dev.escala.review;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reviews, and what they found. */
@Repository
class ReviewRepository {

	private static final String STATES = "id, month, rehearsal, table_version, edited_name, status, customers, flagged,"
			+ " little_history, begun_by, begun_at, ended_at";

	private final JdbcClient jdbc;

	ReviewRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The lock of a month: the id for whoever came first, for all others nothing. */
	OptionalLong begin(LocalDate month, int version, UserId by, Instant now) {
		return this.jdbc
			.sql("INSERT INTO review (month, rehearsal, table_version, status, begun_by, begun_at)"
					+ " VALUES (?, false, ?, 'RUNNING', ?, ?) ON CONFLICT (month) WHERE NOT rehearsal DO NOTHING"
					+ " RETURNING id")
			.params(Stored.values(month, version, by, now))
			.query(Long.class)
			.stream()
			.mapToLong(Long::longValue)
			.findFirst();
	}

	long rehearse(LocalDate month, int version, String editedName, byte[] edited, UserId by, Instant now) {
		return this.jdbc
			.sql("INSERT INTO review (month, rehearsal, table_version, edited_name, edited, status, begun_by, begun_at)"
					+ " VALUES (?, true, ?, ?, ?, 'RUNNING', ?, ?) RETURNING id")
			.params(month, version, editedName, edited, by.value(), Stored.value(now))
			.query(Long.class)
			.single();
	}

	/** One that runs, and nobody else works on it until the transaction ends. */
	Optional<Running> lock(long id) {
		return this.jdbc
			.sql("SELECT month, rehearsal, table_version, edited, reviewed_to FROM review"
					+ " WHERE id = ? AND status = 'RUNNING' FOR UPDATE")
			.param(id)
			.query(Row.as((row) -> new Running(id, row.day("month"), row.flag("rehearsal"), row.number("table_version"),
					row.bytes("edited"), row.longNumber("reviewed_to"))))
			.optional();
	}

	/** Keeps what a group showed, and how far the review has come. */
	void keep(long id, long reviewedTo, List<Judged> judged) {
		this.jdbc.sql("""
				INSERT INTO review_customer (review_id, customer_id, flagged, little_history, last_on)
				SELECT ?, * FROM unnest(?::bigint[], ?::boolean[], ?::boolean[], ?::date[])
				""")
			.params(id, texts(judged, (one) -> one.facts().customer().value()),
					texts(judged, (one) -> !one.reasons().isEmpty()), texts(judged, (one) -> one.facts().isShort()),
					texts(judged, (one) -> one.facts().lastOn()))
			.update();
		List<String[]> reasons = new ArrayList<>();
		judged.forEach((one) -> one.reasons()
			.forEach((reason) -> reasons.add(new String[] { String.valueOf(one.facts().customer().value()),
					reason.signal().name(), reason.text() })));
		this.jdbc.sql("""
				INSERT INTO review_reason (review_id, customer_id, signal, reason)
				SELECT ?, * FROM unnest(?::bigint[], ?::text[], ?::text[])
				""")
			.params(id, texts(reasons, (one) -> one[0]), texts(reasons, (one) -> one[1]),
					texts(reasons, (one) -> one[2]))
			.update();
		this.jdbc
			.sql("UPDATE review SET reviewed_to = ?, customers = customers + ?, flagged = flagged + ?,"
					+ " little_history = little_history + ? WHERE id = ?")
			.params(reviewedTo, judged.size(), judged.stream().filter((one) -> !one.reasons().isEmpty()).count(),
					judged.stream().filter((one) -> one.facts().isShort()).count(), id)
			.update();
	}

	private static <T> String[] texts(Collection<T> all, Function<T, Object> part) {
		return all.stream().map(part).map((one) -> (one == null) ? null : one.toString()).toArray(String[]::new);
	}

	void end(long id, Instant now) {
		this.jdbc.sql("UPDATE review SET status = 'DONE', ended_at = ? WHERE id = ?")
			.params(Stored.values(now, id))
			.update();
	}

	/** Those that have not ended. */
	List<Long> running() {
		return this.jdbc.sql("SELECT id FROM review WHERE status = 'RUNNING' ORDER BY id").query(Long.class).list();
	}

	long runningRehearsals() {
		return this.jdbc.sql("SELECT count(*) FROM review WHERE status = 'RUNNING' AND rehearsal")
			.query(Long.class)
			.single();
	}

	Optional<Review> find(long id) {
		return this.jdbc.sql("SELECT " + STATES + " FROM review WHERE id = ?")
			.param(id)
			.query(Row.as(ReviewRepository::read))
			.optional();
	}

	Optional<Review> ofMonth(LocalDate month) {
		return this.jdbc.sql("SELECT " + STATES + " FROM review WHERE month = ? AND NOT rehearsal")
			.param(month)
			.query(Row.as(ReviewRepository::read))
			.optional();
	}

	/** The latest month, or rehearsal, first. */
	List<Review> latest(boolean rehearsals, int most) {
		return this.jdbc
			.sql("SELECT " + STATES + " FROM review WHERE rehearsal = ? ORDER BY "
					+ (rehearsals ? "id DESC" : "month DESC") + " LIMIT ?")
			.params(rehearsals, most)
			.query(Row.as(ReviewRepository::read))
			.list();
	}

	private static Review read(Row row) throws SQLException {
		return new Review(row.longNumber("id"), row.day("month"), row.flag("rehearsal"), row.number("table_version"),
				row.text("edited_name"), row.text("status").equals("DONE"), row.number("customers"),
				row.number("flagged"), row.number("little_history"), row.userId("begun_by"), row.instant("begun_at"),
				row.instant("ended_at"));
	}

	/** Customers who were flagged, those with most signals first. */
	List<ReviewedCustomer> flagged(long id, long offset, int most) {
		return this.jdbc
			.sql("""
					WITH these AS (
					  SELECT c.review_id, c.customer_id, c.little_history, c.last_on,
					    (SELECT count(*) FROM review_reason r WHERE r.review_id = c.review_id AND r.customer_id = c.customer_id) AS signals
					  FROM review_customer c WHERE c.review_id = ? AND c.flagged
					  ORDER BY signals DESC, c.last_on, c.customer_id LIMIT ? OFFSET ?)
					SELECT t.*, coalesce(u.code, '') AS code, coalesce(u.name, '') AS name,
					  array_agg(r.signal ORDER BY r.signal) AS signal_names, array_agg(r.reason ORDER BY r.signal) AS reasons
					FROM these t JOIN review_reason r ON r.review_id = t.review_id AND r.customer_id = t.customer_id
					  LEFT JOIN customer u ON u.id = t.customer_id
					GROUP BY t.review_id, t.customer_id, t.little_history, t.last_on, t.signals, u.code, u.name
					ORDER BY t.signals DESC, t.last_on, t.customer_id
					""")
			.params(id, most, offset)
			.query(Row.as((row) -> new ReviewedCustomer(row.text("code"), row.text("name"), row.flag("little_history"),
					row.day("last_on"), reasons(row.texts("signal_names"), row.texts("reasons")))))
			.list();
	}

	private static List<Reason> reasons(List<String> signals, List<String> texts) {
		List<Reason> reasons = new ArrayList<>();
		for (int i = 0; i < signals.size(); i++) {
			reasons.add(new Reason(Signal.valueOf(signals.get(i)), texts.get(i)));
		}
		return reasons;
	}

	/** How many customers gave each signal. */
	List<SignalCount> signals(long id) {
		return this.jdbc.sql("SELECT signal, count(*) AS n FROM review_reason WHERE review_id = ? GROUP BY signal")
			.param(id)
			.query(Row.as((row) -> new SignalCount(row.constant("signal", Signal.class), row.longNumber("n"))))
			.stream()
			.sorted((one, other) -> one.signal().compareTo(other.signal()))
			.collect(Collectors.toList());
	}

	/** Whole reviews that are too old. */
	int removeBefore(Instant begun) {
		return this.jdbc.sql("DELETE FROM review WHERE begun_at < ? AND status = 'DONE'")
			.params(Stored.values(begun))
			.update();
	}

	/**
	 * One that runs.
	 *
	 * @param edited the edited table, or {@code null}
	 * @param reviewedTo id of the last customer that was looked at
	 */
	record Running(long id, LocalDate month, boolean rehearsal, int tableVersion, byte[] edited, long reviewedTo) {
	}

	/**
	 * A customer, and what the table says.
	 *
	 * @param reasons empty where there is no signal
	 */
	record Judged(CustomerFacts facts, List<Reason> reasons) {
	}

	/**
	 * A signal.
	 *
	 * @param customers how many gave it
	 */
	record SignalCount(Signal signal, long customers) {
	}

}
