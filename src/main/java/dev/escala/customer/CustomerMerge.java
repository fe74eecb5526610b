package dev.escala.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.escala.customer.Customer.Contact;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds what rows of a file say to what is known of their customer. */
@Component
class CustomerMerge {

	private final Customers customers;

	private final CustomerRepository repository;

	CustomerMerge(Customers customers, CustomerRepository repository) {
		this.customers = customers;
		this.repository = repository;
	}

	/**
	 * Stores one customer.
	 * @param own the customer's own values, from all its rows
	 * @param rows its rows, with contacts and services
	 */
	@Transactional
	public Change merge(CustomerRow own, List<CustomerRow> rows) {
		Optional<Customer> known = this.repository.lock(own.code()).flatMap(this.customers::find);
		List<Contact> contacts = new ArrayList<>(known.map(Customer::contacts).orElse(List.of()));
		List<Customer.Service> services = new ArrayList<>(known.map(Customer::services).orElse(List.of()));
		for (CustomerRow row : rows) {
			addContact(contacts, row.contact());
			addService(services, row.service());
		}
		if (!contacts.isEmpty() && contacts.stream().noneMatch(Contact::primary)) {
			Contact first = contacts.get(0);
			contacts.set(0, new Contact(first.name(), first.email(), first.phone(), true, first.zone()));
		}
		SaveCustomer command = new SaveCustomer(own.code(), said(own.name(), known.map(Customer::name).orElse(null)),
				said(own.tier(), known.map(Customer::tier).orElse(Tier.STANDARD)),
				said(own.language(), known.map(Customer::language).orElse("es")), contacts, services);
		if (known.isEmpty()) {
			this.customers.create(command);
			return Change.CREATED;
		}
		if (isKnown(known.get(), command)) {
			return Change.UNCHANGED;
		}
		this.customers.replace(command);
		return Change.CHANGED;
	}

	private static boolean isKnown(Customer known, SaveCustomer command) {
		return known.equals(new Customer(known.id(), command.code(), command.name(), command.tier(), command.language(),
				command.contacts(), command.services()));
	}

	/** People are the same by their address, or by their name where one has none. */
	private static void addContact(List<Contact> contacts, Contact said) {
		if (said == null) {
			return;
		}
		for (int i = 0; i < contacts.size(); i++) {
			Contact known = contacts.get(i);
			boolean same = (known.email() != null && said.email() != null)
					? known.email().toLowerCase(Locale.ROOT).equals(said.email().toLowerCase(Locale.ROOT))
					: SearchName.of(known.name()).equals(SearchName.of(said.name()));
			if (same) {
				contacts.set(i, new Contact(said.name(), said(said.email(), known.email()),
						said(said.phone(), known.phone()), known.primary(), said(said.zone(), known.zone())));
				return;
			}
		}
		contacts.add(said);
	}

	private static void addService(List<Customer.Service> services, Customer.Service said) {
		if (said == null) {
			return;
		}
		for (int i = 0; i < services.size(); i++) {
			if (services.get(i).code().equals(said.code())) {
				services.set(i, said);
				return;
			}
		}
		services.add(said);
	}

	private static <T> T said(T said, T known) {
		return (said != null) ? said : known;
	}

	/** What came of one customer. */
	enum Change {

		CREATED, CHANGED, UNCHANGED

	}

}
