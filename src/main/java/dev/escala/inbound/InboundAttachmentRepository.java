package dev.escala.inbound;

import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files that came with mails, in the table {@code inbound_attachment}. */
@Repository
class InboundAttachmentRepository {

	private final JdbcClient jdbc;

	InboundAttachmentRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a file.
	 * @param size of the whole file, also where its content is not kept
	 * @param content what is in it, or {@code null} where it was refused
	 * @param refused why, or {@code null}
	 */
	void add(long mailId, String name, String mediaType, int size, byte[] content, String refused) {
		Columns.set("mail_id", mailId)
			.and("name", name)
			.and("media_type", mediaType)
			.and("size", size)
			.and("content", content)
			.and("refused", refused)
			.insertInto("inbound_attachment", this.jdbc)
			.update();
	}

	/** The files of a mail, in their order. */
	List<InboundFile> files(long mailId) {
		return this.jdbc.sql("""
				SELECT id, mail_id, name, media_type, size, refused
				FROM inbound_attachment WHERE mail_id = ? ORDER BY id
				""").param(mailId).query(InboundFile.class).list();
	}

	/** The files of a case and of its mails, oldest first. */
	List<InboundFile> ofCase(CaseNumber caseNumber) {
		return this.jdbc.sql("""
				SELECT a.id, a.mail_id, a.name, a.media_type, a.size, a.refused
				FROM inbound_attachment a JOIN inbound_mail m ON m.id = a.mail_id
				WHERE (m.case_number = :number OR m.opened_number = :number) AND m.status = 'CONTACT'
				UNION ALL
				SELECT id, mail_id, name, media_type, size, refused FROM inbound_attachment WHERE case_number = :number
				ORDER BY id
				""").param("number", caseNumber.value()).query(InboundFile.class).list();
	}

	/** What is in a file, if it was kept. */
	Optional<byte[]> content(long id) {
		return this.jdbc.sql("SELECT content FROM inbound_attachment WHERE id = ? AND content IS NOT NULL")
			.param(id)
			.query(Row.as((row) -> row.bytes("content")))
			.optional();
	}

}
