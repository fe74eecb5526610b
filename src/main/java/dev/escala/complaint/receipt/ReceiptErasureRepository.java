package dev.escala.complaint.receipt;

import java.util.Set;

import dev.escala.erasure.Person;
import dev.escala.erasure.PersonalRecords;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Receipts that a person has: they are their own words, sealed, so that all of it goes.
 */
@Repository
class ReceiptErasureRepository implements PersonalRecords {

	private final JdbcClient jdbc;

	ReceiptErasureRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String label() {
		return "Justificantes de reclamaciones de la persona";
	}

	@Override
	public Set<String> knownAs(String address) {
		return Set.of();
	}

	@Override
	public int erase(Person person) {
		return this.jdbc.sql("DELETE FROM complaint_receipt WHERE lower(mail_to) = ?").param(person.address()).update();
	}

}
