package dev.escala.call.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.escala.call.CustomerCall;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.text.Shortening;

import org.springframework.stereotype.Component;

/** Whom to call and what to tell them, as the form shows it. */
@Component
class CallScript {

	/** An engine variable holds no longer text. */
	private static final int LONGEST = 3900;

	private static final String QUESTIONS = """
			Pregúntele dos cosas, con sus palabras, y deje que termine:
			1. ¿Siente que se le escuchó?
			2. ¿Quedó resuelto?
			Si algo sigue mal, pregunte qué: se investiga de nuevo.

			""";

	private final Customers customers;

	CallScript(Customers customers) {
		this.customers = customers;
	}

	/** The people to call with their numbers. */
	String who(CustomerCall call) {
		List<Customer.Contact> contacts = Optional.ofNullable(call.customerId())
			.flatMap(this.customers::find)
			.map(Customer::contacts)
			.orElse(List.of());
		List<String> numbers = contacts.stream()
			.filter((contact) -> contact.phone() != null && !contact.phone().isBlank())
			.map((contact) -> contact.name() + ", " + contact.phone())
			.toList();
		if (numbers.isEmpty()) {
			String people = contacts.stream().map(Customer.Contact::name).collect(Collectors.joining(", "));
			return call.name() + (people.isEmpty() ? "" : " (" + people + ")")
					+ ": no consta ningún teléfono. Búsquelo y complételo en la ficha del cliente.";
		}
		return call.name() + ": " + String.join("; ", numbers);
	}

	/** What others read by mail; what is asked stands before it. */
	String text(CustomerCall call) {
		return (call.asksJudgement() ? QUESTIONS : "")
				+ Shortening.withEllipsis(call.subject() + "\n\n" + call.text().strip(), LONGEST);
	}

}
