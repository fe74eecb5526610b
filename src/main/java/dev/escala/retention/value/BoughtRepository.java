package dev.escala.retention.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.CustomerId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What customers bought, and whether anybody had a word with them. */
@Repository
public class BoughtRepository {

	/** After as many days without a word a customer hears nothing of us (004-20). */
	public static final int SILENT_DAYS = 90;

	private final JdbcClient jdbc;

	BoughtRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The twelve months that end with the last purchase, in the main currency. */
	Optional<Year> lastYear(CustomerId customer) {
		return this.jdbc.sql("""
				SELECT currency, sum(cents) AS cents, sum(documents) AS documents, max(last_on) AS last_on
				FROM purchase_month m
				WHERE customer_id = :customer AND month > (SELECT max(month) FROM purchase_month
				  WHERE customer_id = :customer AND documents > 0) - interval '12 months'
				GROUP BY currency ORDER BY sum(cents) DESC, currency LIMIT 1
				""").param("customer", customer.value()).query(Row.as(BoughtRepository::year)).optional();
	}

	/** What was bought since a day, in the main currency. */
	public Optional<Year> since(CustomerId customer, LocalDate month) {
		return this.jdbc.sql("""
				SELECT currency, sum(cents) AS cents, sum(documents) AS documents, max(last_on) AS last_on
				FROM purchase_month WHERE customer_id = ? AND month >= ?
				GROUP BY currency ORDER BY sum(cents) DESC, currency LIMIT 1
				""").params(customer.value(), month).query(Row.as(BoughtRepository::year)).optional();
	}

	/** The day of the last purchase that was not taken back. */
	public Optional<LocalDate> lastOn(CustomerId customer) {
		return this.jdbc
			.sql("SELECT max(bought_on) AS last_on FROM purchase WHERE customer_id = ? AND counts AND cents > 0")
			.param(customer.value())
			.query(Row.as((row) -> Optional.ofNullable(row.day("last_on"))))
			.single();
	}

	/** The months of a customer from one on, one for each, also without a purchase. */
	public List<Month> months(CustomerId customer, LocalDate from, LocalDate to) {
		return this.jdbc
			.sql("""
					SELECT series.day::date AS month, coalesce(sum(m.cents), 0) AS cents, coalesce(sum(m.documents), 0) AS documents
					FROM generate_series(:from::date, :to::date, interval '1 month') series(day)
					LEFT JOIN purchase_month m ON m.customer_id = :customer AND m.month = series.day::date
					  AND m.currency = (SELECT currency FROM purchase_month WHERE customer_id = :customer
					    GROUP BY currency ORDER BY sum(cents) DESC, currency LIMIT 1)
					GROUP BY series.day ORDER BY series.day
					""")
			.param("customer", customer.value())
			.param("from", from)
			.param("to", to)
			.query(Row.as((row) -> new Month(row.day("month"), row.longNumber("cents"), row.number("documents"))))
			.list();
	}

	/**
	 * Whether nobody of ours had a word with the customer in the days before: nothing was
	 * written down in any of their matters.
	 */
	public boolean isSilent(CustomerId customer, Instant before) {
		return this.jdbc.sql("""
				SELECT NOT EXISTS (SELECT FROM case_line l JOIN timeline_entry t ON t.case_number = l.number
				  WHERE l.customer_id = ? AND t.happened_at >= ? AND t.happened_at < ?)
				""")
			.params(Stored.values(customer, before.minus(SILENT_DAYS, ChronoUnit.DAYS), before))
			.query(Boolean.class)
			.single();
	}

	private static Year year(Row row) throws java.sql.SQLException {
		return new Year(row.text("currency"), row.longNumber("cents"), row.number("documents"), row.day("last_on"));
	}

	/**
	 * A stretch of months.
	 *
	 * @param currency three letters
	 * @param cents what was bought, less what came back
	 * @param documents how many purchases
	 * @param lastOn day of the last one, or {@code null}
	 */
	public record Year(String currency, long cents, int documents, LocalDate lastOn) {
	}

	/**
	 * A month.
	 *
	 * @param month its first day
	 * @param cents what was bought, less what came back
	 * @param documents how many purchases
	 */
	public record Month(LocalDate month, long cents, int documents) {
	}

}
