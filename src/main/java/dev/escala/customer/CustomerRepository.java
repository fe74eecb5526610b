package dev.escala.customer;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.escala.customer.Customer.Contact;
import dev.escala.customer.Customer.Service;
import dev.escala.database.Columns;
import dev.escala.database.Conditions;
import dev.escala.database.Row;
import dev.escala.database.SearchRepository;
import dev.escala.database.SortColumns;
import dev.escala.reference.CustomerId;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of customers. */
@Repository
class CustomerRepository {

	static final SortColumns SORT = SortColumns.by("code", "code")
		.and("name", "search_name")
		.and("tier", "array_position(ARRAY['"
				+ String.join("','", Arrays.stream(Tier.values()).map(Tier::name).toList()) + "'], tier)");

	private static final String CONTACT = "EXISTS (SELECT FROM customer_contact contact WHERE contact.customer_id = "
			+ "customer.id AND contact.search LIKE ?)";

	private final JdbcClient jdbc;

	private final SearchRepository search;

	CustomerRepository(JdbcClient jdbc, SearchRepository search) {
		this.jdbc = jdbc;
		this.search = search;
	}

	Optional<Customer> find(CustomerId id) {
		return first(new Conditions().equal("id", id));
	}

	Optional<Customer> findByCode(String code) {
		return first(new Conditions().equal("code", code));
	}

	/** Those of that name, in the form in which names are searched for, by name. */
	List<Customer> named(String searchName, int most) {
		return some(new Conditions().equal("search_name", searchName), "search_name", most, 0);
	}

	/** Those whose name contains it, in that form, by name. */
	List<Customer> containing(String searchName, int most) {
		return some(new Conditions().that("search_name LIKE ? ESCAPE '\\'", SearchName.contained(searchName)),
				"search_name", most, 0);
	}

	/** Those who have a person with this address, whatever its case, by name. */
	List<Customer> withAddress(String address, int most) {
		return some(new Conditions()
			.that("id IN (SELECT customer_id FROM customer_contact WHERE lower(email) = lower(?))", address),
				"search_name", most, 0);
	}

	/**
	 * A page of the customers.
	 * @param text words, or {@code null}
	 * @param contacts whether people, their addresses and telephones are searched too
	 * @param tier only this tier, or {@code null}
	 */
	Page<Customer> page(String text, boolean contacts, Tier tier, PageRequest page) {
		Conditions conditions = new Conditions().equal("tier", tier);
		if (text != null) {
			this.search.search(conditions, text, null, "customer.search LIKE ?" + (contacts ? " OR " + CONTACT : ""),
					contacts ? CONTACT : null);
		}
		long total = this.jdbc.sql("SELECT count(*) FROM customer" + conditions.where())
			.params(conditions.values())
			.query(Long.class)
			.single();
		return new Page<>(some(conditions, SORT.clause(page.sort()), page.size(), page.offset()), page.page(),
				page.size(), total);
	}

	private Optional<Customer> first(Conditions conditions) {
		return some(conditions, "id", 1, 0).stream().findFirst();
	}

	private List<Customer> some(Conditions conditions, String order, int limit, long offset) {
		return complete(this.jdbc
			.sql("SELECT * FROM customer" + conditions.where() + " ORDER BY " + order + ", id LIMIT ? OFFSET ?")
			.params(conditions.values(limit, offset))
			.query(Row.as(CustomerRepository::customer))
			.list());
	}

	/** The customer's id; its row is locked until the transaction ends. */
	Optional<CustomerId> lock(String code) {
		return this.jdbc.sql("SELECT id FROM customer WHERE code = ? FOR UPDATE")
			.param(code)
			.query(Row.as((row) -> row.customerId("id")))
			.optional();
	}

	/** The customer's tier; its row does not change until the transaction ends. */
	Optional<Tier> keptTier(CustomerId id) {
		return this.jdbc.sql("SELECT tier FROM customer WHERE id = ? FOR SHARE")
			.param(id.value())
			.query(Row.as((row) -> row.constant("tier", Tier.class)))
			.optional();
	}

	/** Adds a customer, or nothing where the code is taken. */
	Optional<Customer> insert(SaveCustomer command) {
		Optional<CustomerId> id = Columns.set("code", command.code())
			.and("name", command.name())
			.and("search_name", SearchName.of(command.name()))
			.and("tier", command.tier())
			.and("language", command.language())
			.insertInto("customer", "ON CONFLICT (code) DO NOTHING RETURNING id", this.jdbc)
			.query(Row.as((row) -> row.customerId("id")))
			.optional();
		return id.map((known) -> addParts(known, command));
	}

	Customer update(CustomerId id, SaveCustomer command) {
		Columns.set("name", command.name())
			.and("search_name", SearchName.of(command.name()))
			.and("tier", command.tier())
			.and("language", command.language())
			.update("customer", "id", id, this.jdbc);
		this.jdbc.sql("DELETE FROM customer_contact WHERE customer_id = ?").param(id.value()).update();
		this.jdbc.sql("DELETE FROM customer_service WHERE customer_id = ?").param(id.value()).update();
		return addParts(id, command);
	}

	private Customer addParts(CustomerId id, SaveCustomer command) {
		int position = 0;
		for (Contact contact : command.contacts()) {
			Columns.set("customer_id", id)
				.and("position", position++)
				.and("name", contact.name())
				.and("email", contact.email())
				.and("phone", contact.phone())
				.and("is_primary", contact.primary())
				.and("zone", contact.zone())
				.insertInto("customer_contact", this.jdbc)
				.update();
		}
		for (Service service : command.services()) {
			Columns.set("customer_id", id)
				.and("position", position++)
				.and("code", service.code())
				.and("name", service.name())
				.and("product", service.product())
				.insertInto("customer_service", this.jdbc)
				.update();
		}
		return new Customer(id, command.code(), command.name(), command.tier(), command.language(), command.contacts(),
				command.services());
	}

	private List<Customer> complete(List<Customer> plain) {
		if (plain.isEmpty()) {
			return plain;
		}
		Long[] ids = plain.stream().map((customer) -> customer.id().value()).toArray(Long[]::new);
		Map<CustomerId, List<Contact>> contacts = parts("customer_contact", ids, (row) -> new Contact(row.text("name"),
				row.text("email"), row.text("phone"), row.flag("is_primary"), row.text("zone")));
		Map<CustomerId, List<Service>> services = parts("customer_service", ids,
				(row) -> new Service(row.text("code"), row.text("name"), row.constant("product", Product.class)));
		return plain.stream()
			.map((customer) -> new Customer(customer.id(), customer.code(), customer.name(), customer.tier(),
					customer.language(), contacts.getOrDefault(customer.id(), List.of()),
					services.getOrDefault(customer.id(), List.of())))
			.toList();
	}

	private <T> Map<CustomerId, List<T>> parts(String table, Long[] ids, Row.Reading<T> reading) {
		return this.jdbc.sql("SELECT * FROM " + table + " WHERE customer_id = ANY(?) ORDER BY customer_id, position")
			.param(ids)
			.query(Row.as((row) -> Map.entry(row.customerId("customer_id"), reading.read(row))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
	}

	private static Customer customer(Row row) throws SQLException {
		return new Customer(row.customerId("id"), row.text("code"), row.text("name"), row.constant("tier", Tier.class),
				row.text("language"), List.of(), List.of());
	}

}
