package dev.escala.customer;

import java.util.Set;
import java.util.TreeSet;

import dev.escala.database.Row;
import dev.escala.erasure.Person;
import dev.escala.erasure.PersonalRecords;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people of customers, who go with their address and their telephone. */
@Repository
class ContactErasureRepository implements PersonalRecords {

	private final JdbcClient jdbc;

	ContactErasureRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String label() {
		return "Contactos de clientes";
	}

	/** What another person or a customer is called, too, names nobody. */
	@Override
	public Set<String> knownAs(String address) {
		Set<String> known = new TreeSet<>();
		this.jdbc.sql("""
				SELECT unnest(ARRAY[c.name, c.phone]) AS known FROM customer_contact c WHERE lower(c.email) = :address
				EXCEPT SELECT unnest(ARRAY[o.name, o.phone]) FROM customer_contact o
				       WHERE o.email IS NULL OR lower(o.email) <> :address
				EXCEPT SELECT name FROM customer
				""").param("address", address).query(Row.each((row) -> known.add(String.valueOf(row.text("known")))));
		return known;
	}

	@Override
	public int erase(Person person) {
		this.jdbc.sql("DELETE FROM undeliverable_address WHERE address = ?").param(person.address()).update();
		return this.jdbc.sql("DELETE FROM customer_contact WHERE lower(email) = ?").param(person.address()).update();
	}

}
