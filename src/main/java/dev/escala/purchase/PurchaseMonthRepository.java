package dev.escala.purchase;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.purchase.CustomerPurchases.Document;
import dev.escala.purchase.CustomerPurchases.Month;
import dev.escala.reference.CustomerId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What customers bought, by month. A month is written anew from its lines whenever one of
 * them came, however late.
 */
@Repository
class PurchaseMonthRepository {

	/** The months of customers that the documents belong to, or that they took back. */
	private static final String TOUCHED = """
			touched AS (
			  SELECT DISTINCT customer_id, date_trunc('month', bought_on)::date AS month FROM purchase
			  WHERE customer_id IS NOT NULL AND (document = ANY(:documents) OR cancelled_by = ANY(:documents)))
			""";

	private static final String LINES = """
			FROM touched t JOIN purchase p ON p.customer_id = t.customer_id AND p.bought_on >= t.month
			  AND p.bought_on < (t.month + interval '1 month')::date
			JOIN purchase_line l ON l.purchase_id = p.id AND l.goods
			""";

	private static final String FIGURES = """
			sum(l.cents), count(DISTINCT p.id) FILTER (WHERE p.counts AND l.quantity > 0), count(*),
			max(p.bought_on) FILTER (WHERE p.counts AND l.quantity > 0)
			""";

	private final JdbcClient jdbc;

	PurchaseMonthRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds for each document of these customers that takes something back the latest
	 * earlier one that it takes back as a whole: it has the same lines with opposite
	 * signs.
	 * @return the numbers of the documents that took others back
	 */
	List<String> cancel(Collection<CustomerId> customers) {
		return this.jdbc
			.sql("""
					WITH pair AS (
					  SELECT DISTINCT ON (o.id) o.id, c.document FROM purchase c JOIN LATERAL (
					    SELECT id FROM purchase o WHERE o.customer_id = c.customer_id AND o.digest = c.mirror
					      AND o.currency = c.currency AND o.cancelled_by IS NULL AND o.cents > 0 AND o.bought_on <= c.bought_on
					      AND (c.cancels IS NULL OR o.document = c.cancels)
					    ORDER BY o.bought_on DESC, o.id DESC LIMIT 1) o ON true
					  WHERE c.customer_id = ANY(?) AND c.cents < 0
					    AND NOT EXISTS (SELECT FROM purchase x WHERE x.cancelled_by = c.document)
					  ORDER BY o.id, c.bought_on, c.id)
					UPDATE purchase p SET cancelled_by = pair.document, counts = false FROM pair WHERE p.id = pair.id
					RETURNING p.cancelled_by
					""")
			.param(customers.stream().map((one) -> one.value()).toArray(Long[]::new))
			.query(String.class)
			.list();
	}

	/** Writes the months anew that these documents are of, or that they changed. */
	void count(Collection<String> documents) {
		for (String table : List.of("purchase_month", "purchase_month_product")) {
			run("WITH " + TOUCHED + "DELETE FROM " + table
					+ " m USING touched t WHERE m.customer_id = t.customer_id AND m.month = t.month", documents);
		}
		run("WITH " + TOUCHED
				+ "INSERT INTO purchase_month (customer_id, month, currency, cents, documents, lines, last_on)"
				+ " SELECT t.customer_id, t.month, p.currency, " + FIGURES + LINES
				+ " GROUP BY t.customer_id, t.month, p.currency", documents);
		run("WITH " + TOUCHED
				+ "INSERT INTO purchase_month_product (customer_id, month, currency, product, variety, quantity, cents,"
				+ " documents, lines, last_on) SELECT t.customer_id, t.month, p.currency, l.product, l.variety,"
				+ " sum(l.quantity), " + FIGURES + LINES
				+ " GROUP BY t.customer_id, t.month, p.currency, l.product, l.variety", documents);
	}

	private void run(String sql, Collection<String> documents) {
		this.jdbc.sql(sql).param("documents", Stored.texts(documents)).update();
	}

	/** The months of a customer from that day on, in their order. */
	List<Month> months(CustomerId customer, LocalDate from) {
		return this.jdbc
			.sql("SELECT * FROM purchase_month WHERE customer_id = ? AND month >= ? ORDER BY month, currency")
			.params(customer.value(), from)
			.query(Row.as((row) -> new Month(row.day("month"), row.text("currency"), row.longNumber("cents"),
					row.number("documents"), row.number("lines"), row.day("last_on"))))
			.list();
	}

	/** The last documents of a customer, the latest first. */
	List<Document> last(CustomerId customer, int most) {
		return this.jdbc.sql("SELECT * FROM purchase WHERE customer_id = ? ORDER BY bought_on DESC, id DESC LIMIT ?")
			.params(customer.value(), most)
			.query(Row.as((row) -> new Document(row.text("document"), row.day("bought_on"), row.text("currency"),
					row.longNumber("cents"), row.number("lines"), row.text("channel"), row.text("cancelled_by"))))
			.list();
	}

}
