package dev.escala.notice;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.notification.Message;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.tracking.TrackingLinks;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers are told of a case, each in their language and with the link to their
 * page; every message goes through the outbox, each once.
 */
@Service
@Transactional
public class CustomerNotices {

	private final Matters matters;

	private final Customers customers;

	private final MailValues values;

	private final Outbox outbox;

	private final TrackingLinks links;

	private final Timeline timeline;

	CustomerNotices(Matters matters, Customers customers, MailValues values, Outbox outbox, TrackingLinks links,
			Timeline timeline) {
		this.matters = matters;
		this.customers = customers;
		this.values = values;
		this.outbox = outbox;
		this.links = links;
		this.timeline = timeline;
	}

	/** Tells only those customers of the case. */
	public void tell(CaseNumber number, String step, String template, Map<String, Object> more, Set<CustomerId> only) {
		Matter matter = this.matters.get(number);
		only.stream()
			.flatMap((id) -> this.customers.find(id).stream())
			.forEach((customer) -> tell(matter, customer, step, template, more));
	}

	/** Tells the customer of the case and every other customer that it affects. */
	public void tell(CaseNumber number, String step, String template, Map<String, Object> more) {
		Matter matter = this.matters.get(number);
		this.matters.affected(this.matters.get(number))
			.forEach((affected) -> affected.customer()
				.ifPresentOrElse((customer) -> tell(matter, customer, step, template, more),
						() -> notReachable(number, affected.name())));
	}

	/**
	 * Gives one customer the first notice (001-19).
	 * @return the message, if there is an address
	 */
	Optional<OutboxMessage> announce(CaseNumber number, Customer customer) {
		Optional<Customer.Contact> contact = customer.recipient();
		contact.ifPresent(
				(known) -> tell(this.matters.get(number), customer, "announcement", "customer-announcement", Map.of()));
		return contact.flatMap((known) -> this.outbox.find(number, "announcement", known.email()));
	}

	private void tell(Matter matter, Customer customer, String step, String template, Map<String, Object> more) {
		Optional<Customer.Contact> contact = customer.recipient();
		if (contact.isEmpty()) {
			notReachable(matter.number(), customer.name());
			return;
		}
		Message message = message(matter, customer, contact.get(), step, template, more);
		message.model().put("trackingLink", this.links.issue(matter.number(), customer.id(), message.locale()));
		this.outbox.add(message);
	}

	/**
	 * What a customer would be told, or empty where nobody can be reached. Nothing is
	 * sent.
	 * @param customerId the customer, or {@code null} for the one of the case
	 */
	public Optional<CustomerMail> preview(CaseNumber number, CustomerId customerId, String template,
			Map<String, Object> more) {
		Matter matter = this.matters.get(number);
		Optional<Customer> reader = (customerId == null) ? this.matters.customer(matter)
				: this.customers.find(customerId);
		return reader.flatMap((customer) -> customer.recipient().map((contact) -> {
			Message message = message(matter, customer, contact, "preview", template, more);
			Outbox.Preview mail = this.outbox.preview(message);
			return new CustomerMail(contact.name(), customer.name(), (String) message.model().get("nextUpdateText"),
					mail.subject(), mail.text());
		}));
	}

	private Message message(Matter matter, Customer customer, Customer.Contact contact, String step, String template,
			Map<String, Object> more) {
		Locale locale = Locale.forLanguageTag(customer.language());
		Map<String, Object> model = this.values.values(matter, locale);
		model.put("customer", customer.name());
		model.putAll(more);
		return new Message(matter.number(), step, contact.name(), contact.email(), template, locale, model);
	}

	private void notReachable(CaseNumber number, String name) {
		this.timeline.add(number, UserId.SYSTEM, "No se pudo avisar a " + name + ": no hay dirección de correo.");
	}

}
