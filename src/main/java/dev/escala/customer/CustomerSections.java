package dev.escala.customer;

import java.util.Optional;

/**
 * A part of a customer's page about something that the customers' module does not know.
 */
public interface CustomerSections {

	/** The part for whoever may read it; empty for everybody else. */
	Optional<Section> of(Customer customer);

	/**
	 * A part of the page.
	 *
	 * @param template a template with a fragment {@code section(told)}
	 * @param told what that shows
	 */
	record Section(String template, Object told) {
	}

}
