package dev.escala.customer;

import java.util.List;

/** Something that others know of a customer, for whoever looks at it. */
public interface CustomerFacts {

	/** What is known of the customer; empty where there is nothing to say. */
	List<Fact> of(Customer customer);

	/**
	 * One thing that is known.
	 *
	 * @param label what it is, in Spanish
	 * @param text the thing itself, in Spanish
	 * @param href path of the page that tells more, or {@code null}
	 */
	record Fact(String label, String text, String href) {
	}

}
