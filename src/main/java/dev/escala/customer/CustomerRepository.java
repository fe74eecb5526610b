package dev.escala.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.escala.customer.Customer.Contact;
import dev.escala.customer.Customer.Service;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of customers. Conditions and orders come from our own code only. */
@Repository
class CustomerRepository {

	private final JdbcClient jdbc;

	CustomerRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Customer> one(String condition, Object value) {
		return some(condition, "id", 1, 0, value).stream().findFirst();
	}

	List<Customer> some(String condition, String order, int limit, long offset, Object... values) {
		List<Object> parameters = new ArrayList<>(Arrays.asList(values));
		parameters.add(limit);
		parameters.add(offset);
		List<Customer> plain = this.jdbc
			.sql("SELECT * FROM customer WHERE " + condition + " ORDER BY " + order + " LIMIT ? OFFSET ?")
			.params(parameters)
			.query((row, n) -> customer(row))
			.list();
		return complete(plain);
	}

	long count(String condition, Object... values) {
		return this.jdbc.sql("SELECT count(*) FROM customer WHERE " + condition)
			.params(values)
			.query(Long.class)
			.single();
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
			.query((row, n) -> Tier.valueOf(row.getString("tier")))
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
				.params(Arrays.asList(id, position++, contact.name(), contact.email(), contact.phone(),
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
		Map<Long, List<Contact>> contacts = parts("customer_contact", ids, (row) -> new Contact(row.getString("name"),
				row.getString("email"), row.getString("phone"), row.getBoolean("is_primary")));
		Map<Long, List<Service>> services = parts("customer_service", ids, (row) -> new Service(row.getString("code"),
				row.getString("name"), Product.valueOf(row.getString("product"))));
		return plain.stream()
			.map((customer) -> new Customer(customer.id(), customer.code(), customer.name(), customer.tier(),
					customer.language(), contacts.getOrDefault(customer.id(), List.of()),
					services.getOrDefault(customer.id(), List.of())))
			.toList();
	}

	private <T> Map<Long, List<T>> parts(String table, Long[] ids, Reading<T> reading) {
		return this.jdbc.sql("SELECT * FROM " + table + " WHERE customer_id = ANY(?) ORDER BY customer_id, position")
			.param(ids)
			.query((row, n) -> Map.entry(row.getLong("customer_id"), reading.read(row)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
	}

	private static Customer customer(ResultSet row) throws SQLException {
		return new Customer(row.getLong("id"), row.getString("code"), row.getString("name"),
				Tier.valueOf(row.getString("tier")), row.getString("language"), List.of(), List.of());
	}

	/** Makes one thing of one row. */
	private interface Reading<T> {

		T read(ResultSet row) throws SQLException;

	}

}
