package dev.escala.purchase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Documents on their way from a file into what is kept, some at a time; each statement is
 * about documents of one import whose lines have no outcome yet.
 */
@Repository
class DocumentRepository {

	/**
	 * Their lines; a cancellation without any has those of its document, negated. Each
	 * part is read once, whatever the database expects of lines that just came.
	 */
	private static final String CONTENT = """
			content AS MATERIALIZED (
			  SELECT document, line AS position, product, variety, quantity, cents, goods FROM purchase_import_line
			  WHERE import_id = :import AND document = ANY(:documents) AND outcome IS NULL AND product IS NOT NULL
			  UNION ALL
			  SELECT s.document, l.position, l.product, l.variety, -l.quantity, -l.cents, l.goods
			  FROM purchase_import_line s JOIN purchase p ON p.document = s.cancels
			    JOIN purchase_line l ON l.purchase_id = p.id
			  WHERE s.import_id = :import AND s.document = ANY(:documents) AND s.outcome IS NULL AND s.product IS NULL
			), heads AS MATERIALIZED (
			  SELECT document, min(customer_text) AS customer_text, min(bought_on) AS bought_on, min(currency) AS currency,
			    min(channel) AS channel, min(cancels) AS cancels
			  FROM purchase_import_line WHERE import_id = :import AND document = ANY(:documents) AND outcome IS NULL
			  GROUP BY document
			), sent AS MATERIALIZED (
			  SELECT h.*, count(*) AS lines, sum(c.cents) AS cents,
			    coalesce(sum(c.cents) FILTER (WHERE c.goods), 0) > 0 AS counts,
			    md5(string_agg(concat_ws('|', c.product, upper(c.variety), c.quantity, c.cents), E'\\n'
			      ORDER BY c.product COLLATE "C", upper(c.variety) COLLATE "C", c.quantity, c.cents)) AS digest,
			    md5(string_agg(concat_ws('|', c.product, upper(c.variety), -c.quantity, -c.cents), E'\\n'
			      ORDER BY c.product COLLATE "C", upper(c.variety) COLLATE "C", -c.quantity, -c.cents)) AS mirror
			  FROM heads h JOIN content c ON c.document = h.document
			  GROUP BY h.document, h.customer_text, h.bought_on, h.currency, h.channel, h.cancels
			)
			""";

	private static final String SAME = """
			p.digest = s.digest AND p.bought_on = s.bought_on AND p.currency = s.currency
			  AND (upper(p.customer_text) = upper(s.customer_text)
			    OR p.customer_id = (SELECT c.id FROM customer c WHERE c.code = upper(s.customer_text)))
			""";

	private final JdbcClient jdbc;

	DocumentRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The next ones; what takes others back comes after all others. */
	List<String> next(long importId, int most) {
		List<String> plain = next(importId, "cancels IS NULL", most);
		return plain.isEmpty() ? next(importId, "cancels IS NOT NULL", most) : plain;
	}

	private List<String> next(long importId, String which, int most) {
		return this.jdbc
			.sql("SELECT DISTINCT document FROM purchase_import_line WHERE import_id = ? AND outcome IS NULL AND "
					+ which + " ORDER BY document LIMIT ?")
			.params(importId, most)
			.query(String.class)
			.list();
	}

	/** A document is taken whole or not at all. */
	void refuseIncomplete(long importId, List<String> documents) {
		run("""
				WITH bad AS MATERIALIZED (
				  SELECT document, min(line) AS line FROM purchase_import_line
				  WHERE import_id = :import AND document = ANY(:documents) AND outcome = 'REFUSED' GROUP BY document)
				UPDATE purchase_import_line l SET outcome = 'REFUSED',
				  reason = 'No se toma porque la línea ' || bad.line || ' de su documento no vale.' FROM bad
				WHERE l.import_id = :import AND l.document = bad.document AND l.outcome IS NULL
				""", importId, documents);
	}

	/** A document has one customer, one currency and one day, or goes past midnight. */
	void refuseMixed(long importId, List<String> documents) {
		run("""
				WITH mixed AS MATERIALIZED (
				  SELECT document, CASE
				    WHEN count(DISTINCT upper(customer_text)) > 1 THEN 'Su documento nombra varios clientes: '
				      || min(customer_text) || ' y ' || max(customer_text) || '.'
				    WHEN count(DISTINCT currency) > 1 THEN 'Su documento lleva varias monedas.'
				    WHEN count(DISTINCT coalesce(cancels, '')) > 1 THEN 'Su documento no dice en todas sus líneas lo que anula.'
				    WHEN max(bought_on) - min(bought_on) > 1 THEN 'Su documento lleva fechas distintas: '
				      || min(bought_on) || ' y ' || max(bought_on) || '.' END AS reason
				  FROM purchase_import_line
				  WHERE import_id = :import AND document = ANY(:documents) AND outcome IS NULL GROUP BY document)
				UPDATE purchase_import_line l SET outcome = 'REFUSED', reason = mixed.reason FROM mixed
				WHERE l.import_id = :import AND l.document = mixed.document AND l.outcome IS NULL
				  AND mixed.reason IS NOT NULL
				""",
				importId, documents);
	}

	/** What a document takes back has to be there, be the customer's, and still stand. */
	void refuseLostCancellations(long importId, List<String> documents) {
		run("""
				WITH bad AS MATERIALIZED (
				  SELECT s.line, CASE
				    WHEN p.id IS NULL THEN 'No está el documento ' || s.cancels || ', que anula: envíelo antes.'
				    WHEN upper(p.customer_text) <> upper(s.customer_text)
				      AND p.customer_id IS DISTINCT FROM (SELECT c.id FROM customer c
				        WHERE c.code = upper(s.customer_text)) THEN 'El documento ' || s.cancels
				      || ', que anula, es de otro cliente.'
				    WHEN p.cancelled_by <> s.document THEN 'El documento ' || s.cancels || ' ya lo anuló '
				      || p.cancelled_by || '.' END AS reason
				  FROM purchase_import_line s LEFT JOIN purchase p ON p.document = s.cancels
				  WHERE s.import_id = :import AND s.document = ANY(:documents) AND s.outcome IS NULL
				    AND s.cancels IS NOT NULL)
				UPDATE purchase_import_line l SET outcome = 'REFUSED', reason = bad.reason FROM bad
				WHERE l.import_id = :import AND l.line = bad.line AND bad.reason IS NOT NULL
				""", importId, documents);
	}

	void markKnown(long importId, List<String> documents) {
		run("WITH " + CONTENT
				+ """
						UPDATE purchase_import_line l SET outcome = 'KNOWN' FROM sent s JOIN purchase p ON p.document = s.document
						WHERE l.import_id = :import AND l.document = s.document AND l.outcome IS NULL AND
						"""
				+ SAME, importId, documents);
	}

	/** A document that is there with something else, and what. */
	List<Difference> differences(long importId, List<String> documents) {
		return this.jdbc
			.sql("WITH " + CONTENT
					+ """
							SELECT s.document, p.bought_on AS had_on, s.bought_on, p.currency AS had_currency, s.currency,
							  p.customer_text AS had_customer, s.customer_text, p.lines AS had_lines, s.lines, p.cents AS had_cents, s.cents,
							  (SELECT string_agg(d.text, ', ') FROM (
							    SELECT 'falta ' || x.product || ' ' || x.variety || ' × ' || x.quantity AS text FROM (
							      (SELECT product, variety, quantity, cents FROM purchase_line WHERE purchase_id = p.id
							       EXCEPT ALL SELECT product, variety, quantity, cents FROM content WHERE document = s.document) LIMIT 3) x
							    UNION ALL
							    SELECT 'sobra ' || x.product || ' ' || x.variety || ' × ' || x.quantity FROM (
							      (SELECT product, variety, quantity, cents FROM content WHERE document = s.document
							       EXCEPT ALL SELECT product, variety, quantity, cents FROM purchase_line WHERE purchase_id = p.id) LIMIT 3) x
							  ) d) AS what
							FROM sent s JOIN purchase p ON p.document = s.document ORDER BY s.document
							""")
			.param("import", importId)
			.param("documents", Stored.texts(documents))
			.query(Row.as((row) -> new Difference(row.text("document"), row.day("had_on"), row.day("bought_on"),
					row.text("had_currency"), row.text("currency"), row.text("had_customer"), row.text("customer_text"),
					row.longNumber("had_lines"), row.longNumber("lines"), row.longNumber("had_cents"),
					row.longNumber("cents"), row.text("what"))))
			.list();
	}

	void refuse(long importId, String document, String reason) {
		this.jdbc.sql("""
				UPDATE purchase_import_line SET outcome = 'REFUSED', reason = ?
				WHERE import_id = ? AND document = ? AND outcome IS NULL
				""").params(reason, importId, document).update();
	}

	/** How files call customers that nobody knows, for documents that are not refused. */
	List<String> unknownCustomers(long importId, List<String> documents) {
		return this.jdbc.sql("""
				SELECT DISTINCT customer_text FROM purchase_import_line l
				WHERE import_id = :import AND document = ANY(:documents) AND coalesce(outcome, '') <> 'REFUSED'
				  AND customer_text <> ''
				  AND NOT EXISTS (SELECT FROM customer c WHERE c.code = upper(l.customer_text))
				  AND NOT EXISTS (SELECT FROM purchase_called c WHERE c.called = l.customer_text)
				ORDER BY 1
				""").param("import", importId).param("documents", Stored.texts(documents)).query(String.class).list();
	}

	void insert(long importId, List<String> documents, UserId by, Instant now) {
		this.jdbc
			.sql("WITH " + CONTENT
					+ """
							, added AS (
							  INSERT INTO purchase (document, customer_text, bought_on, currency, channel, cancels, counts, lines, cents,
							    digest, mirror, taken_at, taken_by)
							  SELECT document, customer_text, bought_on, currency, channel, cancels, counts, lines, cents, digest, mirror,
							    :now, :by FROM sent
							  RETURNING id, document)
							INSERT INTO purchase_line (purchase_id, position, product, variety, quantity, cents, goods)
							SELECT a.id, row_number() OVER (PARTITION BY a.id ORDER BY c.position), c.product, c.variety, c.quantity,
							  c.cents, c.goods FROM added a JOIN content c ON c.document = a.document
							""")
			.param("import", importId)
			.param("documents", Stored.texts(documents))
			.param("by", by.value())
			.param("now", Stored.value(now))
			.update();
	}

	/** Gives those of these documents to their customers that nobody has. */
	void assignByCode(List<String> documents) {
		this.jdbc.sql("""
				UPDATE purchase p SET customer_id = coalesce(c.id, k.customer_id)
				FROM purchase o LEFT JOIN customer c ON c.code = upper(o.customer_text)
				  LEFT JOIN purchase_called k ON k.called = o.customer_text
				WHERE p.id = o.id AND o.document = ANY(:documents) AND o.customer_id IS NULL
				  AND coalesce(c.id, k.customer_id) IS NOT NULL
				""").param("documents", Stored.texts(documents)).update();
	}

	void markTaken(long importId, List<String> documents) {
		run("""
				UPDATE purchase_import_line l SET outcome = CASE WHEN p.customer_id IS NULL THEN 'APART' ELSE 'TAKEN' END,
				  reason = CASE WHEN p.customer_id IS NOT NULL THEN NULL
				    WHEN p.customer_text = '' THEN 'No dice de qué cliente es.'
				    ELSE 'No se conoce al cliente «' || p.customer_text || '».' END
				FROM purchase p
				WHERE l.import_id = :import AND l.document = ANY(:documents) AND l.outcome IS NULL
				  AND p.document = l.document
				""",
				importId, documents);
	}

	List<CustomerId> customersOf(List<String> documents) {
		return this.jdbc.sql(
				"SELECT DISTINCT customer_id FROM purchase WHERE document = ANY(:documents) AND customer_id IS NOT NULL")
			.param("documents", Stored.texts(documents))
			.query(Row.as((row) -> row.customerId("customer_id")))
			.list();
	}

	private void run(String sql, long importId, List<String> documents) {
		this.jdbc.sql(sql).param("import", importId).param("documents", Stored.texts(documents)).update();
	}

	/**
	 * What is there, and what was sent under the same number.
	 *
	 * @param what lines that one has and the other has not, in Spanish, or {@code null}
	 */
	record Difference(String document, LocalDate hadOn, LocalDate sentOn, String hadCurrency, String sentCurrency,
			String hadCustomer, String sentCustomer, long hadLines, long sentLines, long hadCents, long sentCents,
			String what) {
	}

}
