package dev.escala.inbound;

import java.util.Set;

import dev.escala.erasure.Person;
import dev.escala.erasure.PersonalRecords;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The mail of a person: that one came and what became of it stays, what it said goes,
 * with its source and its files, and so do the files of a form. Of others' mail that
 * names the person the source goes, in which encodings hide words; one that is not
 * treated yet is not treated any more.
 */
@Repository
class MailErasureRepository implements PersonalRecords {

	private final JdbcClient jdbc;

	MailErasureRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String label() {
		return "Correos de la persona o que la nombran";
	}

	@Override
	public Set<String> knownAs(String address) {
		return Set.of();
	}

	@Override
	public int erase(Person person) {
		this.jdbc.sql("""
				UPDATE inbound_attachment SET name = :gone, content = NULL, refused = 'se suprimió con la persona'
				WHERE lower(sender) = :address
				  OR mail_id IN (SELECT id FROM inbound_mail WHERE lower(sender) = :address)
				""").param("gone", Person.GONE).param("address", person.address()).update();
		int named = this.jdbc.sql("""
				UPDATE inbound_mail SET source = '', why = CASE status WHEN 'RECEIVED' THEN :gone ELSE why END,
				  status = CASE status WHEN 'RECEIVED' THEN 'DISCARDED' ELSE status END
				WHERE octet_length(source) > 0 AND (lower(sender) = :address
				  OR concat_ws(' ', sender, sender_name, subject, full_text) ~* :person
				  OR position(convert_to(:address, 'UTF8') IN source) > 0)
				""")
			.param("gone", Person.GONE)
			.param("address", person.address())
			.param("person", person.pattern())
			.update();
		this.jdbc.sql("""
				UPDATE inbound_mail SET sender = NULL, sender_name = '', subject = :gone, message_id = NULL, text = '',
				  full_text = '' WHERE lower(sender) = :address
				""").param("gone", Person.GONE).param("address", person.address()).update();
		return named;
	}

}
