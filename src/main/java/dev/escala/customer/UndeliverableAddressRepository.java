package dev.escala.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import dev.escala.database.Row;
import dev.escala.database.Stored;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Addresses of customers from which mail came back. One is forgotten when somebody writes
 * it into a customer anew, or a mail comes from there.
 */
@Repository
public class UndeliverableAddressRepository {

	private final JdbcClient jdbc;

	private final Clock clock;

	UndeliverableAddressRepository(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Remembers that mail to an address came back, and why, in Spanish. */
	@Transactional
	public void mark(String address, String reason) {
		this.jdbc
			.sql("INSERT INTO undeliverable_address (address, since, reason) VALUES (lower(?), ?, ?)"
					+ " ON CONFLICT (address) DO UPDATE SET reason = EXCLUDED.reason")
			.params(Stored.values(address, this.clock.instant(), reason))
			.update();
	}

	/** Forgets it: the address was written anew or is in use. */
	@Transactional
	public void clear(String address) {
		this.jdbc.sql("DELETE FROM undeliverable_address WHERE address = lower(?)").param(address).update();
	}

	/** Those of the customer's addresses from which mail came back. */
	public List<Undeliverable> undeliverable(Customer customer) {
		String[] addresses = customer.contacts()
			.stream()
			.map(Customer.Contact::email)
			.filter(Objects::nonNull)
			.map((email) -> email.toLowerCase(Locale.ROOT))
			.toArray(String[]::new);
		return this.jdbc
			.sql("SELECT address, since, reason FROM undeliverable_address WHERE address = ANY(?) ORDER BY address")
			.param(addresses)
			.query(Row.as((row) -> new Undeliverable(row.text("address"), row.instant("since"), row.text("reason"))))
			.list();
	}

	/**
	 * An address that does not get mail.
	 *
	 * @param address in lower case
	 * @param since when the first mail came back
	 * @param reason what the mail server said last, in Spanish
	 */
	public record Undeliverable(String address, Instant since, String reason) {
	}

}
