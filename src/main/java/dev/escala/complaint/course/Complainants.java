package dev.escala.complaint.course;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.escala.complaint.AnswerChannel;
import dev.escala.complaint.ComplaintDoor;
import dev.escala.complaint.Statement;
import dev.escala.complaint.persistence.ComplaintRepository;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * Who complains: a customer whom we know by code, name or address, or somebody new, who
 * is a customer from then on. Nobody is turned away because they stand in no list.
 */
@Component
class Complainants {

	private final Customers customers;

	private final ComplaintRepository repository;

	Complainants(Customers customers, ComplaintRepository repository) {
		this.customers = customers;
		this.repository = repository;
	}

	/**
	 * The customer.
	 * @throws dev.escala.validation.InvalidInputException where several answer to that
	 * name, or nobody could be answered
	 */
	Customer of(Statement said) {
		if (said.door() == ComplaintDoor.WEB) {
			return sameAsBefore(said).orElseGet(() -> create(said));
		}
		List<Customer> named = this.customers.matchExactly(said.customer());
		if (named.size() == 1) {
			return named.get(0);
		}
		List<Customer> reached = (said.email() == null) ? List.of() : this.customers.findByEmail(said.email());
		if (reached.size() == 1) {
			return reached.get(0);
		}
		Fields fields = new Fields();
		if (named.size() > 1) {
			fields.refuse("customer", "Varios clientes se llaman «" + said.customer() + "»: "
					+ String.join(", ", named.stream().map(Customer::code).toList()) + ". Escriba el código de uno.");
		}
		else if (said.channel() == AnswerChannel.MAIL && said.email() == null) {
			fields.refuse("email", "No se conoce ningún cliente con ese código o nombre. Escriba el correo al que se "
					+ "le responde, o elija otra vía para la respuesta.");
		}
		fields.done();
		return create(said);
	}

	/**
	 * Who wrote a mail: the customer who is known by its address, or somebody new. The
	 * name beside the address proves nothing.
	 * @throws dev.escala.validation.InvalidInputException where several are known by it
	 */
	Customer writer(String email, String name, String language) {
		List<Customer> reached = this.customers.findByEmail(email);
		if (reached.size() > 1) {
			throw new InvalidInputException("customer",
					"Con " + email + " escriben varios clientes: "
							+ String.join(", ",
									reached.stream().map((one) -> one.name() + " (" + one.code() + ")").toList())
							+ ". Escriba el código de aquel de quien es la queja.");
		}
		return reached.isEmpty() ? create(name, email, null, language) : reached.get(0);
	}

	/**
	 * Customers that may be the one who complains on a page on which anybody can write
	 * any name: people find out, and join them.
	 */
	List<Customer> alike(Statement said, Customer complainant) {
		List<Customer> named = this.customers.matchExactly(said.customer());
		List<Customer> reached = (said.email() == null) ? List.of() : this.customers.findByEmail(said.email());
		return Stream.concat(named.stream(), reached.stream())
			.filter((one) -> !one.id().equals(complainant.id()))
			.distinct()
			.toList();
	}

	/**
	 * Nobody has proved who they are: only who writes a customer's name and address as
	 * they stand with us is that customer, so that their page shows nothing that they did
	 * not write, and the mails go where they said.
	 */
	private Optional<Customer> sameAsBefore(Statement said) {
		return (said.email() == null) ? Optional.empty() : this.customers.findByEmail(said.email())
			.stream()
			.filter((one) -> one.name().equals(said.customer())
					&& one.recipient().map(Customer.Contact::email).filter(said.email()::equalsIgnoreCase).isPresent())
			.findFirst();
	}

	private Customer create(Statement said) {
		return create(said.customer(), said.email(), said.phone(), said.language());
	}

	private Customer create(String name, String email, String phone, String language) {
		return this.customers.create(new SaveCustomer(this.repository.nextComplainant(), name, Tier.STANDARD, language,
				(email == null && phone == null) ? List.of()
						: List.of(new Customer.Contact(name, email, phone, true, null)),
				List.of()));
	}

}
