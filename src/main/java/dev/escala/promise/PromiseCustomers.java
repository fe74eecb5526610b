package dev.escala.promise;

import java.util.List;
import java.util.Optional;

import dev.escala.customer.Customer;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** The customers of a case to whom something can be promised. */
@Component
class PromiseCustomers {

	private final Matters matters;

	PromiseCustomers(Matters matters) {
		this.matters = matters;
	}

	/** The customer with that code, or the case's own where none is named. */
	Customer choose(Matter matter, String code) {
		List<Customer> known = this.matters.customers(matter);
		if (known.isEmpty() || (code == null && matter.customerId() == null)) {
			throw new ConflictException("Identifique antes al cliente de " + matter.number()
					+ ": un compromiso se hace con un cliente concreto.");
		}
		if (code == null) {
			return known.get(0);
		}
		Optional<Customer> chosen = known.stream().filter((one) -> one.code().equalsIgnoreCase(code)).findFirst();
		return chosen.orElseThrow(
				() -> new InvalidInputException("customer", "«" + code + "» no es cliente de " + matter.number()
						+ ". Posibles: " + String.join(", ", known.stream().map(Customer::code).toList()) + "."));
	}

}
