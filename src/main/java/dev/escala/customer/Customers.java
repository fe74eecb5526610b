package dev.escala.customer;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

/** Keeps customers, and finds the one that a person means. */
@Service
public class Customers {

	public Optional<Customer> find(long id) {
		throw new UnsupportedOperationException();
	}

	public Optional<Customer> findByCode(String code) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The customers that a person may mean by a code or a name: the one with exactly that
	 * code if there is one, else those with exactly that name, else those whose name
	 * contains it, without regard to case and accents; at most 20, by name.
	 */
	public List<Customer> match(String codeOrName) {
		throw new UnsupportedOperationException();
	}

	/** Creates a customer; refuses a code that is taken. */
	public Customer create(SaveCustomer command) {
		throw new UnsupportedOperationException();
	}

	/** Replaces what is known of a customer; refuses an unknown code. */
	public Customer replace(SaveCustomer command) {
		throw new UnsupportedOperationException();
	}

}
