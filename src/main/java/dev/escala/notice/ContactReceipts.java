package dev.escala.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

import dev.escala.calendar.reader.ReaderZones;
import dev.escala.clock.Deadline;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.customer.Customer;
import dev.escala.matter.Matters;
import dev.escala.notification.Message;
import dev.escala.notification.Outbox;
import dev.escala.reference.CaseNumber;
import dev.escala.text.DateTexts;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whoever turns to us by mail reads at once that it arrived (004-72). */
@Service
public class ContactReceipts {

	private final Matters matters;

	private final MailValues values;

	private final ServiceLevels serviceLevels;

	private final Outbox outbox;

	private final ReaderZones zones;

	private final Clock clock;

	private final ZoneId zone;

	ContactReceipts(Matters matters, MailValues values, ServiceLevels serviceLevels, Outbox outbox, ReaderZones zones,
			Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.matters = matters;
		this.values = values;
		this.serviceLevels = serviceLevels;
		this.outbox = outbox;
		this.zones = zones;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * Tells a person of a customer that their message is in the case, and by when
	 * somebody replies where that is measured; once a day of the business zone for each
	 * case and person, however often they write.
	 * @param address where they wrote from; told is only the person who is registered
	 * with it
	 * @return whether this is the first one of the day
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean acknowledge(CaseNumber number, Customer customer, String address) {
		return customer.withAddress(address)
			.map((contact) -> this.outbox.add(message(number, customer, contact)))
			.orElse(false);
	}

	private Message message(CaseNumber number, Customer customer, Customer.Contact contact) {
		Instant now = this.clock.instant();
		Locale locale = Locale.forLanguageTag(customer.language());
		DateTexts reader = this.zones.dates(customer, contact);
		Map<String, Object> model = this.values.values(this.matters.get(number), locale, false, reader);
		model.put("customer", customer.name());
		this.serviceLevels.find(number, ServiceClock.CONTACT_REPLY)
			.filter((reply) -> reply.isOpen() && !reply.isPaused())
			.map(Deadline::dueAt)
			.filter((due) -> due.isAfter(now))
			.ifPresent((due) -> model.put("replyByText", reader.full(due, locale)));
		return new Message(number, "received-" + LocalDate.ofInstant(now, this.zone).toString().replace("-", ""),
				contact.name(), contact.email(), "customer-received", locale, model);
	}

}
