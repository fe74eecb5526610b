package dev.escala.customer;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.escala.customer.Customer.Contact;
import dev.escala.customer.Customer.Service;
import dev.escala.database.Conditions;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of customers. */
@Repository
class CustomerRepository {

	private final JdbcClient jdbc;

	CustomerRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Customer> find(long id) {
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
	 * @param text part of a code or a name
	 * @param tier only this tier, or {@code null}
	 */
	Page<Customer> page(String text, Tier tier, PageRequest page) {
		Conditions conditions = new Conditions().that("(search_name LIKE ? ESCAPE '\\' OR code LIKE ? ESCAPE '\\')",
				SearchName.contained(SearchName.of(text)), SearchName.contained(text.strip().toUpperCase(Locale.ROOT)))
			.equal("tier", tier);
		long total = this.jdbc.sql("SELECT count(*) FROM customer" + conditions.where())
			.params(conditions.values())
			.query(Long.class)
			.single();
		return new Page<>(some(conditions, page.orderBy(), page.size(), page.offset()), page.page(), page.size(),
				total);
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
	Optional<Long> lock(String code) {
		return this.jdbc.sql("SELECT id FROM customer WHERE code = ? FOR UPDATE")
			.param(code)
			.query(Long.class)
			.optional();
	}

	/** The customer's tier; its row does not change until the transaction ends. */
	Optional<Tier> keptTier(long id) {
		return this.jdbc.sql("SELECT tier FROM customer WHERE id = ? FOR SHARE")
			.param(id)
			.query(Row.as((row) -> row.constant("tier", Tier.class)))
			.optional();
	}

	/** Adds a customer, or nothing where the code is taken. */
	Optional<Customer> insert(SaveCustomer command) {
		Optional<Long> id = this.jdbc
			.sql("INSERT INTO customer (code, name, search_name, tier, language) VALUES (?, ?, ?, ?, ?)"
					+ " ON CONFLICT (code) DO NOTHING RETURNING id")
			.params(command.code(), command.name(), SearchName.of(command.name()), command.tier().name(),
					command.language())
			.query(Long.class)
			.optional();
		return id.map((known) -> addParts(known, command));
	}

	Customer update(long id, SaveCustomer command) {
		this.jdbc.sql("UPDATE customer SET name = ?, search_name = ?, tier = ?, language = ? WHERE id = ?")
			.params(command.name(), SearchName.of(command.name()), command.tier().name(), command.language(), id)
			.update();
		this.jdbc.sql("DELETE FROM customer_contact WHERE customer_id = ?").param(id).update();
		this.jdbc.sql("DELETE FROM customer_service WHERE customer_id = ?").param(id).update();
		return addParts(id, command);
	}

	private Customer addParts(long id, SaveCustomer command) {
		int position = 0;
		for (Contact contact : command.contacts()) {
			this.jdbc
				.sql("INSERT INTO customer_contact (customer_id, position, name, email, phone, is_primary)"
						+ " VALUES (?, ?, ?, ?, ?, ?)")
				.params(Stored.values(id, position++, contact.name(), contact.email(), contact.phone(),
						contact.primary()))
				.update();
		}
		for (Service service : command.services()) {
			this.jdbc
				.sql("INSERT INTO customer_service (customer_id, position, code, name, product) VALUES (?, ?, ?, ?, ?)")
				.params(id, position++, service.code(), service.name(), service.product().name())
				.update();
		}
		return new Customer(id, command.code(), command.name(), command.tier(), command.language(), command.contacts(),
				command.services());
	}

	private List<Customer> complete(List<Customer> plain) {
		if (plain.isEmpty()) {
			return plain;
		}
		Long[] ids = plain.stream().map(Customer::id).toArray(Long[]::new);
		Map<Long, List<Contact>> contacts = parts("customer_contact", ids,
				(row) -> new Contact(row.text("name"), row.text("email"), row.text("phone"), row.flag("is_primary")));
		Map<Long, List<Service>> services = parts("customer_service", ids,
				(row) -> new Service(row.text("code"), row.text("name"), row.constant("product", Product.class)));
		return plain.stream()
			.map((customer) -> new Customer(customer.id(), customer.code(), customer.name(), customer.tier(),
					customer.language(), contacts.getOrDefault(customer.id(), List.of()),
					services.getOrDefault(customer.id(), List.of())))
			.toList();
	}

	private <T> Map<Long, List<T>> parts(String table, Long[] ids, Reading<T> reading) {
		return this.jdbc.sql("SELECT * FROM " + table + " WHERE customer_id = ANY(?) ORDER BY customer_id, position")
			.param(ids)
			.query(Row.as((row) -> Map.entry(row.longNumber("customer_id"), reading.read(row))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
	}

	private static Customer customer(Row row) throws SQLException {
		return new Customer(row.longNumber("id"), row.text("code"), row.text("name"), row.constant("tier", Tier.class),
				row.text("language"), List.of(), List.of());
	}

	/** Makes one thing of one row. */
	private interface Reading<T> {

		T read(Row row) throws SQLException;

	}

}
