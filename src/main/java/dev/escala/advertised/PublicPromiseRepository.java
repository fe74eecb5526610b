package dev.escala.advertised;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Conditions;
import dev.escala.database.ReadableNumbers;
import dev.escala.database.Row;
import dev.escala.database.SearchRepository;
import dev.escala.database.SortColumns;
import dev.escala.measure.Counted;
import dev.escala.measure.GaugeRepository;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Public promises in the table {@code public_promise}, compared months in
 * {@code public_promise_month}.
 */
@Repository
class PublicPromiseRepository {

	static final SortColumns SORT = SortColumns.by("text", "search_plain(text)")
		.and("since", "since")
		.and("registeredAt", "registered_at");

	private static final String TABLE = "public_promise";

	private static final String KEY = "number";

	private final JdbcClient jdbc;

	private final ReadableNumbers numbers;

	private final SearchRepository search;

	PublicPromiseRepository(JdbcClient jdbc, ReadableNumbers numbers, SearchRepository search) {
		this.jdbc = jdbc;
		this.numbers = numbers;
		this.search = search;
	}

	/** The next free number. */
	CaseNumber nextNumber(Instant at) {
		return new CaseNumber(this.numbers.next("PUB", "public_promise_number", at));
	}

	void insert(PublicPromise one) {
		GaugeRepository
			.and(Columns.set(KEY, one.number())
				.and("text", one.text())
				.and("place", one.place())
				.and("since", one.since())
				.and("owner", one.owner())
				.and("threshold", one.threshold())
				.and("registered_by", one.registeredBy())
				.and("registered_at", one.registeredAt()), one.gauge())
			.insertInto(TABLE, this.jdbc)
			.update();
	}

	void change(CaseNumber number, String text, String place, UserId owner, BigDecimal threshold) {
		Columns.set("text", text)
			.and("place", place)
			.and("owner", owner)
			.and("threshold", threshold)
			.update(TABLE, KEY, number, this.jdbc);
	}

	void own(CaseNumber number, UserId owner) {
		Columns.set("owner", owner).update(TABLE, KEY, number, this.jdbc);
	}

	void withdraw(CaseNumber number, Instant at) {
		Columns.set("withdrawn_at", at).update(TABLE, KEY, number, this.jdbc);
	}

	Optional<PublicPromise> find(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM public_promise WHERE number = ?")
			.param(number.value())
			.query(Row.as(PublicPromiseRepository::promise))
			.optional();
	}

	/** The promise, kept from others until the transaction ends. */
	Optional<PublicPromise> lock(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM public_promise WHERE number = ? FOR UPDATE")
			.param(number.value())
			.query(Row.as(PublicPromiseRepository::promise))
			.optional();
	}

	/**
	 * A page of promises.
	 * @param text words that each must have, or {@code null}
	 */
	Page<PublicPromise> page(String text, Standing standing, PageRequest part) {
		Conditions conditions = new Conditions().that(condition(standing));
		if (text != null) {
			this.search.search(conditions, text, KEY, "search LIKE ?", null);
		}
		long total = this.jdbc.sql("SELECT count(*) FROM public_promise" + conditions.where())
			.params(conditions.values())
			.query(Long.class)
			.single();
		List<PublicPromise> promises = this.jdbc
			.sql("SELECT * FROM public_promise" + conditions.where() + " ORDER BY " + SORT.clause(part.sort())
					+ ", number LIMIT ? OFFSET ?")
			.params(conditions.values(part.size(), part.offset()))
			.query(Row.as(PublicPromiseRepository::promise))
			.list();
		return new Page<>(promises, part.page(), part.size(), total);
	}

	private static String condition(Standing standing) {
		return switch (standing) {
			case PUBLISHED -> "withdrawn_at IS NULL";
			case BROKEN -> "withdrawn_at IS NULL AND (SELECT kept FROM public_promise_month m"
					+ " WHERE m.number = public_promise.number ORDER BY month DESC LIMIT 1) = false";
			case WITHDRAWN -> "withdrawn_at IS NOT NULL";
		};
	}

	/**
	 * Those that were published all of a month and are not compared for it yet, a part of
	 * them.
	 * @param after the last number of the part before; empty for the first part
	 */
	List<CaseNumber> notCompared(YearMonth month, String after, int limit) {
		return this.jdbc.sql("""
				SELECT number FROM public_promise p
				WHERE withdrawn_at IS NULL AND since <= :month AND number > :after
				  AND NOT EXISTS (SELECT 1 FROM public_promise_month WHERE number = p.number AND month = :month)
				ORDER BY number LIMIT :limit
				""")
			.param("month", month.atDay(1))
			.param("after", after)
			.param("limit", limit)
			.query(Row.as((row) -> row.caseNumber(KEY)))
			.list();
	}

	/**
	 * Keeps how a month compares.
	 * @return whether nobody had compared it before
	 */
	boolean compared(PublicPromise promise, YearMonth month, Counted counted, Instant at) {
		return comparison(promise, month, counted, at)
			.insertInto("public_promise_month", "ON CONFLICT DO NOTHING", this.jdbc)
			.update() == 1;
	}

	/** Compares a month again, whose figure somebody entered. */
	void comparedAgain(PublicPromise promise, YearMonth month, Counted counted, Instant at) {
		comparison(promise, month, counted, at).save("public_promise_month", List.of(KEY, "month"), this.jdbc);
	}

	private static Columns comparison(PublicPromise promise, YearMonth month, Counted counted, Instant at) {
		BigDecimal value = counted.value();
		return Columns.set(KEY, promise.number())
			.and("month", month.atDay(1))
			.and("value", value)
			.and("counted", counted.of())
			.and("threshold", promise.threshold())
			.and("kept", (value == null) ? null : promise.gauge().isMet(value, promise.threshold()))
			.and("compared_at", at);
	}

	/** How its months compared, the last first; at most 24. */
	List<Comparison> comparisons(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM public_promise_month WHERE number = ? ORDER BY month DESC LIMIT 24")
			.param(number.value())
			.query(Row.as((row) -> new Comparison(YearMonth.from(row.day("month")), row.decimal("value"),
					row.decimal("threshold"), (row.decimal("value") == null) ? null : row.flag("kept"))))
			.list();
	}

	private static PublicPromise promise(Row row) throws SQLException {
		LocalDate since = row.day("since");
		return new PublicPromise(row.caseNumber(KEY), row.text("text"), row.text("place"), since, row.userId("owner"),
				GaugeRepository.of(row), row.decimal("threshold"), row.instant("withdrawn_at"),
				row.userId("registered_by"), row.instant("registered_at"));
	}

}
