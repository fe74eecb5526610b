package dev.escala.inbound.sent;

import dev.escala.database.Columns;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The files that came without a mail, in the table {@code inbound_attachment}, where
 * those of mails are too.
 */
@Repository
class SentFileRepository {

	private final JdbcClient jdbc;

	SentFileRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a file of a case.
	 * @param sender the address that was typed, or {@code null}
	 */
	void add(CaseNumber number, String sender, String name, String mediaType, byte[] content) {
		Columns.set("case_number", number)
			.and("sender", sender)
			.and("name", name)
			.and("media_type", mediaType)
			.and("size", content.length)
			.and("content", content)
			.insertInto("inbound_attachment", this.jdbc)
			.update();
	}

}
