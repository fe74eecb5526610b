package dev.escala.promise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** The customers of a case to whom something can be promised. */
@Component
class PromiseCustomers {

	private final Escalations escalations;

	private final Customers customers;

	PromiseCustomers(Escalations escalations, Customers customers) {
		this.escalations = escalations;
		this.customers = customers;
	}

	/** The case's own customer, then every other one that it affects. */
	List<Customer> of(Escalation escalation) {
		Map<Long, Customer> found = new LinkedHashMap<>();
		this.escalations.customer(escalation).ifPresent((own) -> found.put(own.id(), own));
		this.escalations.details(escalation.number())
			.stream()
			.filter((detail) -> detail.kind() == CaseDetail.Kind.AFFECTED_CUSTOMER)
			.map(CaseDetail::customerId)
			.filter(Objects::nonNull)
			.flatMap((id) -> this.customers.find(id).stream())
			.forEach((customer) -> found.putIfAbsent(customer.id(), customer));
		return List.copyOf(found.values());
	}

	/** The customer with that code, or the case's own where none is named. */
	Customer choose(Escalation escalation, String code) {
		List<Customer> known = of(escalation);
		if (known.isEmpty() || (code == null && escalation.customerId() == null)) {
			throw new ConflictException("Identifique antes al cliente de " + escalation.number()
					+ ": un compromiso se hace con un cliente concreto.");
		}
		if (code == null) {
			return known.get(0);
		}
		Optional<Customer> chosen = known.stream().filter((one) -> one.code().equalsIgnoreCase(code)).findFirst();
		return chosen.orElseThrow(
				() -> new InvalidInputException("customer", "«" + code + "» no es cliente de " + escalation.number()
						+ ". Posibles: " + String.join(", ", known.stream().map(Customer::code).toList()) + "."));
	}

}
