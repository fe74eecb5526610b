package dev.escala.customer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.escala.reference.CustomerId;
import dev.escala.validation.ConflictException;
import dev.escala.validation.NotFoundException;
import dev.escala.web.IdempotencyKeys;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps customers, and finds the one that a person means. */
@Service
public class Customers {

	/** What a list may be sorted by. */
	public static final List<String> SORTABLE = CustomerRepository.SORT.names();

	private static final int MATCHES = 20;

	private final CustomerRepository repository;

	private final UndeliverableAddressRepository undeliverable;

	private final ApplicationEventPublisher events;

	Customers(CustomerRepository repository, UndeliverableAddressRepository undeliverable,
			ApplicationEventPublisher events) {
		this.repository = repository;
		this.undeliverable = undeliverable;
		this.events = events;
	}

	public Optional<Customer> find(CustomerId id) {
		return this.repository.find(id);
	}

	/**
	 * The customer's tier, which nobody changes until the transaction ends: whoever
	 * decides by it and whoever changes it take turns.
	 */
	@Transactional
	public Optional<Tier> keptTier(CustomerId id) {
		return this.repository.keptTier(id);
	}

	/** Finds by the code, in upper or lower case. */
	public Optional<Customer> findByCode(String code) {
		return this.repository.findByCode(code.strip().toUpperCase(Locale.ROOT));
	}

	/**
	 * The customers that a person may mean by a code or a name: the one with exactly that
	 * code if there is one, else those with exactly that name, else those whose name
	 * contains it, without regard to case and accents; at most 20, by name.
	 */
	public List<Customer> match(String codeOrName) {
		List<Customer> exact = matchExactly(codeOrName);
		String text = SearchName.of(codeOrName);
		return (!exact.isEmpty() || !isSearchable(codeOrName)) ? exact : this.repository.containing(text, MATCHES);
	}

	/**
	 * The customers with exactly that code or name, for text that no person looked up:
	 * there a part of a name would name the wrong customer.
	 */
	public List<Customer> matchExactly(String codeOrName) {
		if (!isSearchable(codeOrName)) {
			return List.of();
		}
		return findByCode(codeOrName).map(List::of)
			.orElseGet(() -> this.repository.named(SearchName.of(codeOrName), MATCHES));
	}

	/** The customers that have a person with this address, whatever its case. */
	public List<Customer> findByEmail(String address) {
		return this.repository.withAddress(address, MATCHES);
	}

	private static boolean isSearchable(String codeOrName) {
		return codeOrName.indexOf('\0') < 0 && !SearchName.of(codeOrName).isEmpty();
	}

	/**
	 * A page of the customers.
	 * @param search words of the code, the name and, where they may be read, of the
	 * contacts, without regard to case and accents; or {@code null}
	 * @param contacts whether whoever asks reads the contacts of all customers
	 * @param tier only this tier, or {@code null}
	 * @param page which part; sorted by {@link #SORTABLE}
	 */
	@Transactional(readOnly = true)
	public Page<Customer> search(String search, boolean contacts, Tier tier, PageRequest page) {
		return this.repository.page(search, contacts, tier, page);
	}

	/** Creates a customer; refuses a code that is taken. */
	@Transactional
	public Customer create(SaveCustomer command) {
		return this.repository.insert(command)
			.orElseThrow(() -> new ConflictException("Ya hay un cliente con el código " + command.code() + "."));
	}

	/** Replaces what is known of a customer; refuses an unknown code. */
	@Transactional
	public Customer replace(SaveCustomer command) {
		return update(locked(command.code()), command);
	}

	/**
	 * Replaces what is known of a customer, if it still is what the caller has seen.
	 * @param seen the {@link #version} that the caller has seen
	 * @throws ConflictException where somebody else changed it since
	 */
	@Transactional
	public Customer replace(SaveCustomer command, String seen) {
		Customer present = locked(command.code());
		if (!version(present).equals(seen)) {
			throw new ConflictException("Otra persona ha cambiado el cliente " + command.code()
					+ " entretanto. Consúltelo de nuevo y repita el cambio.");
		}
		return update(present, command);
	}

	private Customer update(Customer present, SaveCustomer command) {
		Customer changed = this.repository.update(present.id(), command);
		// Whoever writes an address anew says that it is right now.
		changed.contacts()
			.stream()
			.map(Customer.Contact::email)
			.filter((email) -> email != null
					&& present.contacts().stream().noneMatch((known) -> email.equalsIgnoreCase(known.email())))
			.forEach(this.undeliverable::clear);
		if (changed.tier() != present.tier()) {
			this.events
				.publishEvent(new CustomerTierChanged(changed.id(), changed.name(), present.tier(), changed.tier()));
		}
		return changed;
	}

	/** What is known of a customer as a short text: equal knowledge, equal text. */
	public static String version(Customer customer) {
		return IdempotencyKeys.fingerprint(customer).substring(0, 32);
	}

	/** The customer, which nobody else changes until the transaction ends. */
	private Customer locked(String code) {
		return this.repository.lock(code)
			.flatMap(this::find)
			.orElseThrow(() -> new NotFoundException("No hay ningún cliente con el código " + code + "."));
	}

}
