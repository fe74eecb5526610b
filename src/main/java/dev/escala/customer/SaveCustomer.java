package dev.escala.customer;

import java.util.List;

/** The wish to create or replace a customer; valid by construction. */
public record SaveCustomer(String code, String name, Tier tier, String language, List<Customer.Contact> contacts,
		List<Customer.Service> services) {
}
