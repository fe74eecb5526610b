package dev.escala.customer;

import java.util.List;
import java.util.Optional;

import dev.escala.reference.CustomerId;

/**
 * A customer with the people we talk to and the services that they use.
 *
 * @param id our own id
 * @param code short unique code that people type, for example {@code ACME}
 * @param name full name
 * @param tier contract tier
 * @param language language of messages to the customer, {@code es} or {@code en}
 * @param contacts people, the primary one first
 * @param services services in use
 */
public record Customer(CustomerId id, String code, String name, Tier tier, String language, List<Contact> contacts,
		List<Service> services) {

	/** The person to write to: the primary contact, or the first with an address. */
	public Optional<Contact> recipient() {
		return this.contacts.stream().filter((contact) -> contact.email() != null).findFirst();
	}

	/** The person with that address, whatever its case. */
	public Optional<Contact> withAddress(String address) {
		return this.contacts.stream()
			.filter((contact) -> contact.email() != null && contact.email().equalsIgnoreCase(address))
			.findFirst();
	}

	/** Whether they are written to in English; everybody else reads Spanish. */
	public boolean readsEnglish() {
		return "en".equals(this.language);
	}

	/** The customer as those see it who have nothing to do with it. */
	public Customer withoutContacts() {
		return new Customer(this.id, this.code, this.name, this.tier, this.language, List.of(), this.services);
	}

	/**
	 * A person at the customer.
	 *
	 * @param name full name
	 * @param email address, or {@code null}
	 * @param phone number as typed, or {@code null}
	 * @param primary whether this is the first person to write to
	 * @param zone zone of the time-zone database in which they read dates, such as
	 * {@code America/Bogota}, or {@code null}: that of the customer's calendar
	 */
	public record Contact(String name, String email, String phone, boolean primary, String zone) {

		/** Somebody who reads dates as the whole customer does. */
		public Contact(String name, String email, String phone, boolean primary) {
			this(name, email, phone, primary, null);
		}

	}

	/**
	 * A service that the customer uses.
	 *
	 * @param code short code, unique for the customer, for example {@code FACT}
	 * @param name full name
	 * @param product the product that it belongs to; an input of routing
	 */
	public record Service(String code, String name, Product product) {
	}
}
