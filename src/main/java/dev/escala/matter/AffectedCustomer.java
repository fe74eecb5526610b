package dev.escala.matter;

import java.util.Locale;
import java.util.Optional;

import dev.escala.customer.Customer;

/**
 * A customer whom a case affects.
 *
 * @param name the customer's name, or what was written where nobody knows which it is
 * @param customer the customer, where it is known
 */
public record AffectedCustomer(String name, Optional<Customer> customer) {

	/** The same customer of a case always has the same key. */
	public String key() {
		return this.customer.map((known) -> "c" + known.id()).orElse("n" + this.name.strip().toLowerCase(Locale.ROOT));
	}

}
