package dev.escala.calendar.forecast;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.calendar.CalendarAdministration;
import dev.escala.calendar.CalendarAssignments;
import dev.escala.calendar.Calendars;
import dev.escala.calendar.SaveCalendar;
import dev.escala.calendar.StoredCalendar;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.reference.CustomerId;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at what a change would move, before anybody makes it. */
@Service
@Transactional(readOnly = true)
public class CalendarChanges {

	private final Calendars calendars;

	private final CalendarAdministration administration;

	private final CalendarAssignments assignments;

	private final Customers customers;

	private final MovedDeadlines deadlines;

	CalendarChanges(Calendars calendars, CalendarAdministration administration, CalendarAssignments assignments,
			Customers customers, MovedDeadlines deadlines) {
		this.calendars = calendars;
		this.administration = administration;
		this.assignments = assignments;
		this.customers = customers;
		this.deadlines = deadlines;
	}

	/**
	 * A calendar would be this one.
	 * @throws NotFoundException where there is none with its code
	 * @throws dev.escala.validation.InvalidInputException where nobody would work by it
	 * within a year
	 */
	public CalendarForecast edited(SaveCalendar wanted) {
		StoredCalendar present = known(wanted.code());
		this.administration.requireWork(wanted);
		return present.definition().equals(wanted.definition()) ? CalendarForecast.none()
				: this.deadlines.by(WantedCalendars.edited(wanted.calendar()));
	}

	/**
	 * A team would work by another calendar.
	 * @param code that calendar, or {@code null} for the organisation's
	 */
	public CalendarForecast team(String code, String groupId) {
		WorkingCalendar wanted = wanted(code);
		String before = this.calendars.effective(groupId, null).code();
		if (before.equals(wanted.code())) {
			return CalendarForecast.none();
		}
		Known known = new Known();
		return this.deadlines.by(new WantedCalendars(Set.of(before), null, null,
				(group, customer) -> (groupId.equals(group) && known.ofCustomer(customer).isEmpty()) ? wanted
						: known.effective(group, customer)));
	}

	/**
	 * A customer would be served by another calendar.
	 * @param code that calendar, or {@code null} for that of whichever team is in charge
	 */
	public CalendarForecast customer(String code, String customerCode) {
		Customer served = this.customers.findByCode(customerCode)
			.orElseThrow(() -> new NotFoundException("No hay ningún cliente con ese código."));
		WorkingCalendar wanted = (code == null) ? null : wanted(code);
		Known known = new Known();
		return this.deadlines.by(new WantedCalendars(Set.of(), served.id(), wanted,
				(group, customer) -> (wanted == null) ? known.effective(group, null) : wanted));
	}

	private WorkingCalendar wanted(String code) {
		return (code == null) ? this.calendars.organisation() : known(code).definition().calendar();
	}

	private StoredCalendar known(String code) {
		return this.administration.find(code)
			.orElseThrow(() -> new NotFoundException("No hay ningún calendario con ese código."));
	}

	/** What is asked for many cases, asked once. */
	private final class Known {

		private final Map<List<Object>, WorkingCalendar> effective = new HashMap<>();

		private final Map<CustomerId, Optional<String>> own = new HashMap<>();

		WorkingCalendar effective(String group, CustomerId customer) {
			return this.effective.computeIfAbsent(Arrays.asList(group, customer),
					(key) -> CalendarChanges.this.calendars.effective(group, customer));
		}

		Optional<String> ofCustomer(CustomerId customer) {
			return (customer == null) ? Optional.empty()
					: this.own.computeIfAbsent(customer, CalendarChanges.this.assignments::ofCustomer);
		}

	}

}
