package dev.escala.complaint.receipt;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Receipts in the table {@code complaint_receipt}, one of each matter. */
@Repository
class ReceiptRepository {

	private final JdbcClient jdbc;

	ReceiptRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps it, where the matter has none yet. */
	void add(CaseNumber number, Locale language, byte[] pdf, byte[] digest, String mailTo, Instant now) {
		Columns.set("case_number", number)
			.and("language", language.getLanguage())
			.and("pdf", pdf)
			.and("digest", digest)
			.and("mail_to", mailTo)
			.and("made_at", now)
			.insertInto("complaint_receipt", "ON CONFLICT (case_number) DO NOTHING", this.jdbc)
			.update();
	}

	boolean exists(CaseNumber number) {
		return this.jdbc.sql("SELECT count(*) FROM complaint_receipt WHERE case_number = ?")
			.param(number.value())
			.query(Long.class)
			.single() > 0;
	}

	Optional<Receipt> find(CaseNumber number) {
		return this.jdbc.sql("""
				SELECT case_number, language, pdf, digest, mail_to, made_at FROM complaint_receipt
				WHERE case_number = ?
				""").param(number.value()).query(Row.as(ReceiptRepository::receipt)).optional();
	}

	/** The same, kept from others until the transaction ends. */
	Optional<Receipt> lock(CaseNumber number) {
		return this.jdbc.sql("""
				SELECT case_number, language, pdf, digest, mail_to, made_at FROM complaint_receipt
				WHERE case_number = ? FOR UPDATE
				""").param(number.value()).query(Row.as(ReceiptRepository::receipt)).optional();
	}

	/** Where it went, so that it is found when that person wants to be forgotten. */
	void mailed(CaseNumber number, String address) {
		Columns.set("mail_to", address).update("complaint_receipt", "case_number", number, this.jdbc);
	}

	private static Receipt receipt(Row row) throws SQLException {
		return new Receipt(row.caseNumber("case_number"), Locale.forLanguageTag(row.text("language")), row.bytes("pdf"),
				HexFormat.of().formatHex(row.bytes("digest")), row.text("mail_to"), row.instant("made_at"));
	}

}
