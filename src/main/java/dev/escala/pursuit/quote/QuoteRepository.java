package dev.escala.pursuit.quote;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.pursuit.quote.Quote.Status;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Quotes in the table {@code quote}. */
@Repository
class QuoteRepository {

	private static final String TABLE = "quote";

	private final JdbcClient jdbc;

	QuoteRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All versions, in order. */
	List<Quote> list(CaseNumber number) {
		return read("number = ? ORDER BY version", number);
	}

	/** The one that is on its way. */
	Optional<Quote> waiting(CaseNumber number) {
		return read("number = ? AND status = 'WAITING'", number).stream().findFirst();
	}

	/** The one that was sent last. */
	Optional<Quote> sent(CaseNumber number) {
		return read("number = ? AND status = 'SENT'", number).stream().findFirst();
	}

	void insert(Quote quote) {
		Columns.set("number", quote.number())
			.and("version", quote.version())
			.and("status", quote.status())
			.and("content", quote.offer().content())
			.and("amount", quote.offer().amount())
			.and("currency", quote.offer().currency())
			.and("discount", quote.offer().discount())
			.and("custom_terms", quote.offer().customTerms())
			.and("terms", quote.offer().terms())
			.and("valid_until", quote.offer().validUntil())
			.and("commitment_number", quote.commitment())
			.and("prepared_by", quote.preparedBy())
			.and("prepared_at", quote.preparedAt())
			.insertInto(TABLE, this.jdbc)
			.update();
	}

	/** The letter in which it leaves. */
	void letter(Quote quote, long letterId) {
		this.jdbc.sql("UPDATE quote SET letter_id = ? WHERE number = ? AND version = ?")
			.params(letterId, quote.number().value(), quote.version())
			.update();
	}

	/** It left: what was sent before counts no more. */
	void sent(Quote quote, Instant at, Instant followUpAt) {
		this.jdbc.sql("UPDATE quote SET status = 'REPLACED' WHERE number = ? AND status = 'SENT'")
			.param(quote.number().value())
			.update();
		this.jdbc.sql("""
				UPDATE quote SET status = 'SENT', sent_at = ?, follow_up_at = ?
				WHERE number = ? AND version = ? AND status = 'WAITING'
				""").params(Stored.values(at, followUpAt, quote.number(), quote.version())).update();
	}

	/** It will not leave. */
	void end(Quote quote, Status status, String note) {
		this.jdbc.sql("UPDATE quote SET status = ?, note = ? WHERE number = ? AND version = ? AND status = 'WAITING'")
			.params(status.name(), note, quote.number().value(), quote.version())
			.update();
	}

	private List<Quote> read(String condition, CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM quote WHERE " + condition)
			.param(number.value())
			.query(Row.as(QuoteRepository::quote))
			.list();
	}

	private static Quote quote(Row row) throws SQLException {
		return new Quote(row.caseNumber("number"), row.number("version"), row.constant("status", Status.class),
				new Quote.Offer(row.text("content"), row.decimal("amount"), row.text("currency"),
						row.decimal("discount"), row.text("custom_terms"), row.text("terms"), row.day("valid_until")),
				row.longNumberOrNull("letter_id"), row.caseNumber("commitment_number"), row.userId("prepared_by"),
				row.instant("prepared_at"), row.instant("sent_at"), row.instant("follow_up_at"), row.text("note"));
	}

}
