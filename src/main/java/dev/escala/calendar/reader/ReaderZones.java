package dev.escala.calendar.reader;

import java.time.ZoneId;
import java.util.Optional;

import dev.escala.calendar.CalendarAssignments;
import dev.escala.calendar.Calendars;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.reference.CustomerId;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Component;

/**
 * Says dates to customers in the zone in which they live: that of the person who reads,
 * else of the customer's own calendar, or else the organisation's. The calendar of the
 * team in charge says when we work, not where they are.
 */
@Component
public class ReaderZones {

	private final CalendarAssignments assignments;

	private final Calendars calendars;

	private final Customers customers;

	private final DateTexts dates;

	ReaderZones(CalendarAssignments assignments, Calendars calendars, Customers customers, DateTexts dates) {
		this.assignments = assignments;
		this.calendars = calendars;
		this.customers = customers;
		this.dates = dates;
	}

	/** The dates as the person reads them to whom the customer's mails go. */
	public DateTexts dates(Customer customer) {
		return dates(customer, customer.recipient().orElse(null));
	}

	/**
	 * The dates as somebody of the customer reads them.
	 * @param reader the person, or {@code null} where nobody knows who it is
	 */
	public DateTexts dates(Customer customer, Customer.Contact reader) {
		return Optional.ofNullable(reader)
			.map(Customer.Contact::zone)
			.map(ZoneId::of)
			.map(this.dates::in)
			.orElseGet(() -> ofCalendar(customer.id()));
	}

	/**
	 * The dates as the person reads them to whom the customer's mails go.
	 * @param id the customer, or {@code null} where nobody knows who it is
	 */
	public DateTexts dates(CustomerId id) {
		return Optional.ofNullable(id).flatMap(this.customers::find).map(this::dates).orElse(this.dates);
	}

	private DateTexts ofCalendar(CustomerId id) {
		return this.assignments.ofCustomer(id)
			.flatMap(this.calendars::find)
			.map(WorkingCalendar::zone)
			.map(this.dates::in)
			.orElse(this.dates);
	}

}
