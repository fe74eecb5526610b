package dev.escala.calendar.web;

import java.util.List;

import dev.escala.calendar.CalendarAdministration;
import dev.escala.calendar.CalendarAssignments;
import dev.escala.customer.Customer;
import dev.escala.customer.CustomerFacts;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells by which calendar a customer is served. */
@Component
@Order(1)
class CustomerCalendar implements CustomerFacts {

	private final CalendarAssignments assignments;

	private final CalendarAdministration calendars;

	CustomerCalendar(CalendarAssignments assignments, CalendarAdministration calendars) {
		this.assignments = assignments;
		this.calendars = calendars;
	}

	@Override
	public List<Fact> of(Customer customer) {
		return List.of(this.assignments.ofCustomer(customer.id())
			.flatMap(this.calendars::find)
			.map((calendar) -> new Fact("Calendario", calendar.definition().name(),
					"/calendarios/" + calendar.definition().code()))
			.orElse(new Fact("Calendario", "El del equipo que le atiende", "/calendarios")));
	}

}
