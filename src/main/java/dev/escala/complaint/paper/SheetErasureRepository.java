package dev.escala.complaint.paper;

import java.util.Set;

import dev.escala.erasure.Person;
import dev.escala.erasure.PersonalRecords;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Printed answers that name a person: sealed, so that all of it goes; not one of a
 * complaint that is still open, which is to be proved.
 */
@Repository
// Before contacts are gone, which tell whom an answer names.
@Order(Ordered.HIGHEST_PRECEDENCE)
class SheetErasureRepository implements PersonalRecords {

	private final JdbcClient jdbc;

	SheetErasureRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String label() {
		return "Respuestas en papel a la persona";
	}

	@Override
	public Set<String> knownAs(String address) {
		return Set.of();
	}

	@Override
	public int erase(Person person) {
		return this.jdbc.sql("""
				DELETE FROM complaint_answer_sheet s USING complaint c
				WHERE c.number = s.case_number AND c.phase = 'ENDED'
				  AND EXISTS (SELECT FROM customer_contact k WHERE k.customer_id = c.customer_id AND lower(k.email) = ?)
				""").param(person.address()).update();
	}

}
