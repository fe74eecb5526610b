package dev.escala.calendar.reader;

import java.util.Optional;

import dev.escala.calendar.CalendarAssignments;
import dev.escala.calendar.Calendars;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.customer.Customer;
import dev.escala.reference.CustomerId;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Component;

/**
 * Says dates to customers in the zone in which they live: that of their own calendar, or
 * else the organisation's. The calendar of the team in charge says when we work, not
 * where they are.
 */
@Component
public class ReaderZones {

	private final CalendarAssignments assignments;

	private final Calendars calendars;

	private final DateTexts dates;

	ReaderZones(CalendarAssignments assignments, Calendars calendars, DateTexts dates) {
		this.assignments = assignments;
		this.calendars = calendars;
		this.dates = dates;
	}

	/** The dates as the customer reads them. */
	public DateTexts dates(Customer customer) {
		return dates(customer.id());
	}

	/**
	 * The same, of a customer by number.
	 * @param id the customer, or {@code null} where nobody knows who it is
	 */
	public DateTexts dates(CustomerId id) {
		return Optional.ofNullable(id)
			.flatMap(this.assignments::ofCustomer)
			.flatMap(this.calendars::find)
			.map(WorkingCalendar::zone)
			.map(this.dates::in)
			.orElse(this.dates);
	}

}
