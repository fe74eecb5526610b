package dev.escala.notice;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.calendar.reader.ReaderZones;
import dev.escala.call.CustomerCalls;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.matter.AffectedCustomer;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.notification.Message;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.tracking.TrackingLinks;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers are told of a case, each in their language: by mail with the link to
 * their page, through the outbox, or by telephone where there is no address; each once.
 */
@Service
@Transactional
public class CustomerNotices {

	private final Matters matters;

	private final Customers customers;

	private final MailValues values;

	private final Outbox outbox;

	private final TrackingLinks links;

	private final CustomerCalls calls;

	private final FirstNoticeRepository firstNotices;

	private final ReaderZones zones;

	CustomerNotices(Matters matters, Customers customers, MailValues values, Outbox outbox, TrackingLinks links,
			CustomerCalls calls, FirstNoticeRepository firstNotices, ReaderZones zones) {
		this.matters = matters;
		this.customers = customers;
		this.values = values;
		this.outbox = outbox;
		this.links = links;
		this.calls = calls;
		this.firstNotices = firstNotices;
		this.zones = zones;
	}

	/** Tells only those customers of the case. */
	public void tell(CaseNumber number, String step, String template, Map<String, Object> more, Set<CustomerId> only) {
		tell(number, step, template, more, only, null);
	}

	/**
	 * The same.
	 * @param language in which they are told, or {@code null} for each in their own
	 */
	public void tell(CaseNumber number, String step, String template, Map<String, Object> more, Set<CustomerId> only,
			Locale language) {
		Matter matter = this.matters.get(number);
		only.stream()
			.flatMap((id) -> this.customers.find(id).stream())
			.forEach((customer) -> tell(matter, known(customer), step, template, more, language));
	}

	/**
	 * Writes to somebody who is no customer, or not yet. They have no page: no link goes
	 * along.
	 */
	public void tell(CaseNumber number, String step, String template, Map<String, Object> more, Customer.Contact reader,
			Locale language) {
		this.outbox.add(message(this.matters.get(number), reader, step, template, more, language));
	}

	/** What they would be told. Nothing is sent. */
	public CustomerMail preview(CaseNumber number, Customer.Contact reader, String template, Map<String, Object> more,
			Locale language) {
		Message message = message(this.matters.get(number), reader, "preview", template, more, language);
		Outbox.Preview mail = this.outbox.preview(message);
		return new CustomerMail(reader.name(), (String) message.model().get("customer"),
				(String) message.model().get("nextUpdateText"), mail.subject(), mail.text());
	}

	private Message message(Matter matter, Customer.Contact reader, String step, String template,
			Map<String, Object> more, Locale language) {
		AffectedCustomer affected = new AffectedCustomer(this.matters.customerName(matter),
				this.matters.customer(matter));
		return message(matter, affected, Optional.of(reader), step, template, more, language);
	}

	/** Tells the customer of the case and every other customer that it affects. */
	public void tell(CaseNumber number, String step, String template, Map<String, Object> more) {
		tell(number, step, template, more, (Locale) null);
	}

	/**
	 * The same.
	 * @param language in which they are told, or {@code null} for each in their own
	 */
	public void tell(CaseNumber number, String step, String template, Map<String, Object> more, Locale language) {
		Matter matter = this.matters.get(number);
		this.matters.affected(this.matters.get(number))
			.forEach((affected) -> tell(matter, affected, step, template, more, language));
	}

	/**
	 * Gives one customer the first notice (001-19).
	 * @return the message, if there is an address
	 */
	Optional<OutboxMessage> announce(CaseNumber number, Customer customer) {
		Optional<Customer.Contact> contact = customer.recipient();
		contact.ifPresent((known) -> tell(this.matters.get(number), known(customer), "announcement",
				"customer-announcement", Map.of(), null));
		return contact.flatMap((known) -> this.outbox.find(number, "announcement", known.email()));
	}

	private static AffectedCustomer known(Customer customer) {
		return new AffectedCustomer(customer.name(), Optional.of(customer));
	}

	/** By mail, or by telephone where there is no address. */
	private void tell(Matter matter, AffectedCustomer affected, String step, String template, Map<String, Object> more,
			Locale language) {
		Customer customer = affected.customer().orElse(null);
		Optional<Customer.Contact> contact = affected.customer().flatMap(Customer::recipient);
		Message message = message(matter, affected, contact, step, template, more, language);
		if (contact.isPresent()) {
			message.model().put("trackingLink", this.links.issue(matter.number(), customer.id(), message.locale()));
			this.outbox.add(message);
		}
		else {
			call(matter, affected, message);
		}
	}

	/**
	 * Tells the matter's own customer by telephone, also where there is an address: they
	 * would rather not be written to.
	 */
	public void call(CaseNumber number, String step, String template, Map<String, Object> more) {
		Matter matter = this.matters.get(number);
		AffectedCustomer own = new AffectedCustomer(this.matters.customerName(matter), this.matters.customer(matter));
		call(matter, own, message(matter, own, Optional.empty(), step, template, more, null));
	}

	private void call(Matter matter, AffectedCustomer affected, Message message) {
		Outbox.Preview mail = this.outbox.preview(message);
		this.calls.tell(matter.number(), affected, message.step(), mail.subject(), mail.text(),
				isWaived(matter.number(), affected));
	}

	/**
	 * Sends the matter's own customer a mail with a file.
	 * @return the address that it goes to, or empty where there is none: nobody calls to
	 * read a file out
	 */
	public Optional<String> send(CaseNumber number, CustomerFile file) {
		Matter matter = this.matters.get(number);
		Optional<Customer> customer = this.matters.customer(matter);
		Optional<Customer.Contact> known = (file.address() == null) ? customer.flatMap(Customer::recipient)
				: customer.flatMap((one) -> one.withAddress(file.address()));
		Optional<Customer.Contact> to = known.or(() -> Optional.ofNullable(file.address())
			.map((address) -> new Customer.Contact(null, address, null, false)));
		AffectedCustomer reader = new AffectedCustomer(this.matters.customerName(matter), customer);
		to.ifPresent((contact) -> {
			Message message = message(matter, reader, to, file.step(), file.template(), Map.of(), file.language());
			// An address that nobody registered opens nothing by itself.
			if (known.isPresent()) {
				message.model()
					.put("trackingLink", this.links.issue(number, customer.orElseThrow().id(), message.locale()));
			}
			this.outbox.add(message.with(file.attachment()));
		});
		return to.map(Customer.Contact::email);
	}

	private static boolean isOwn(Matter matter, AffectedCustomer affected) {
		return affected.customer().map(Customer::id).filter((id) -> id.equals(matter.customerId())).isPresent();
	}

	/** Whom somebody decided not to tell of the case is not told how it goes either. */
	private boolean isWaived(CaseNumber number, AffectedCustomer affected) {
		CustomerId id = affected.customer().map(Customer::id).orElse(null);
		return this.firstNotices.notices(number)
			.stream()
			.filter((notice) -> notice.state() == FirstNotice.State.WAIVED)
			.anyMatch(
					(notice) -> (id == null) ? affected.name().equals(notice.name()) : id.equals(notice.customerId()));
	}

	/**
	 * What a customer would be told, or empty where nobody can be reached. Nothing is
	 * sent.
	 * @param customerId the customer, or {@code null} for the one of the case
	 * @param language in which, or {@code null} for theirs
	 */
	public Optional<CustomerMail> preview(CaseNumber number, CustomerId customerId, String template,
			Map<String, Object> more, Locale language) {
		Matter matter = this.matters.get(number);
		Optional<Customer> reader = (customerId == null) ? this.matters.customer(matter)
				: this.customers.find(customerId);
		return reader.flatMap((customer) -> customer.recipient().map((contact) -> {
			Message message = message(matter, known(customer), Optional.of(contact), "preview", template, more,
					language);
			Outbox.Preview mail = this.outbox.preview(message);
			return new CustomerMail(contact.name(), customer.name(), (String) message.model().get("nextUpdateText"),
					mail.subject(), mail.text());
		}));
	}

	private Message message(Matter matter, AffectedCustomer affected, Optional<Customer.Contact> contact, String step,
			String template, Map<String, Object> more, Locale language) {
		Locale locale = (language != null) ? language
				: Locale.forLanguageTag(affected.customer().map(Customer::language).orElse("es"));
		Map<String, Object> model = this.values.values(matter, locale, isOwn(matter, affected),
				affected.customer()
					.map((customer) -> this.zones.dates(customer, contact.orElse(null)))
					.orElseGet(() -> this.zones.dates((CustomerId) null)));
		model.put("customer", affected.name());
		model.putAll(more);
		return new Message(matter.number(), step, contact.map(Customer.Contact::name).orElse(null),
				contact.map(Customer.Contact::email).orElse(null), template, locale, model);
	}

}
