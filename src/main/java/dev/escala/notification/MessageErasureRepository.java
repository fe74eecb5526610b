package dev.escala.notification;

import java.util.Set;

import dev.escala.erasure.Person;
import dev.escala.erasure.PersonalRecords;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The mail to a person: that there was a message, when and how it ended stays, for the
 * case; what it said and to whom goes. What was not sent yet is not sent any more.
 */
@Repository
class MessageErasureRepository implements PersonalRecords {

	private final JdbcClient jdbc;

	MessageErasureRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String label() {
		return "Mensajes enviados a la persona";
	}

	@Override
	public Set<String> knownAs(String address) {
		return Set.of();
	}

	@Override
	public int erase(Person person) {
		return this.jdbc.sql("""
				UPDATE outbox_message SET recipient = 'suprimido-' || id, recipient_name = '', subject = :gone,
				  text_body = :gone, html_body = '', error = NULL,
				  status = CASE status WHEN 'PENDING' THEN 'CANCELLED' ELSE status END
				WHERE channel = 'EMAIL' AND lower(recipient) = :address
				""").param("gone", Person.GONE).param("address", person.address()).update();
	}

}
