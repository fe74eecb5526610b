package dev.escala.customer.web;

import java.util.List;

import dev.escala.customer.Customer;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;

/**
 * A customer as a client sends it.
 *
 * @param code may be left out where the address names it
 */
record CustomerBody(String code, String name, Tier tier, String language, List<Customer.Contact> contacts,
		List<Customer.Service> services) {

	SaveCustomer toCommand(String knownCode) {
		return new SaveCustomer(knownCode, this.name, this.tier, this.language, this.contacts, this.services);
	}
}
