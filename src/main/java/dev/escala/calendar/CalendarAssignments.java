package dev.escala.calendar;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.escala.access.Staff;
import dev.escala.calendar.CalendarAssignmentRepository.Who;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.reference.CustomerId;
import dev.escala.validation.NotFoundException;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says by which calendar a team works and a customer is served: one each, and that of the
 * organisation without any. Every change publishes {@link CalendarsChanged} with the
 * calendar of before and the one of after.
 */
@Service
public class CalendarAssignments {

	private final CalendarRepository calendars;

	private final CalendarAssignmentRepository repository;

	private final Customers customers;

	private final Staff staff;

	private final ApplicationEventPublisher events;

	CalendarAssignments(CalendarRepository calendars, CalendarAssignmentRepository repository, Customers customers,
			Staff staff, ApplicationEventPublisher events) {
		this.calendars = calendars;
		this.repository = repository;
		this.customers = customers;
		this.staff = staff;
		this.events = events;
	}

	/** The code of the customer's own calendar, if there is one. */
	public Optional<String> ofCustomer(CustomerId id) {
		return this.repository.find(Who.CUSTOMER, id.value());
	}

	/** Lets the team work by this calendar and by no other. */
	@Transactional
	public void assignTeam(String code, String groupId) {
		assign(code, Who.TEAM, groupId, "El equipo " + team(groupId));
	}

	/** Lets the team work by the calendar of the organisation again. */
	@Transactional
	public void removeTeam(String code, String groupId) {
		remove(code, Who.TEAM, groupId, "El equipo " + this.staff.groupName(groupId));
	}

	/** Lets the customer be served by this calendar and by no other. */
	@Transactional
	public void assignCustomer(String code, String customerCode) {
		Customer customer = customer(customerCode);
		assign(code, Who.CUSTOMER, customer.id().value(), "El cliente " + customer.name());
	}

	/** Lets the customer be served by the calendar of the team in charge again. */
	@Transactional
	public void removeCustomer(String code, String customerCode) {
		Customer customer = customer(customerCode);
		remove(code, Who.CUSTOMER, customer.id().value(), "El cliente " + customer.name());
	}

	private void assign(String code, Who who, Object id, String name) {
		this.calendars.takeTurns();
		StoredCalendar calendar = this.calendars.find(code)
			.orElseThrow(() -> new NotFoundException("No hay ningún calendario con ese código."));
		String before = this.repository.find(who, id).orElse(null);
		if (code.equals(before)) {
			return;
		}
		this.repository.assign(who, id, code);
		publish(who, before, code,
				name + " cuenta ahora con el calendario «" + calendar.definition().name() + "» (" + code + ").");
	}

	private void remove(String code, Who who, Object id, String name) {
		this.calendars.takeTurns();
		if (!this.repository.find(who, id).equals(Optional.of(code))) {
			throw new NotFoundException(name + " no tiene asignado ese calendario.");
		}
		this.repository.remove(who, id);
		publish(who, code, null, name + " ya no tiene un calendario propio.");
	}

	private void publish(Who who, String before, String after, String reason) {
		Set<String> codes = new TreeSet<>();
		codes.add((before == null) ? Calendars.ORGANISATION : before);
		codes.add((after == null) ? Calendars.ORGANISATION : after);
		if (who == Who.CUSTOMER && (before == null || after == null)) {
			// Without its own, the customer has that of whichever team is in charge.
			codes.addAll(this.repository.codesOfTeams());
		}
		this.events.publishEvent(new CalendarsChanged(Set.copyOf(codes), reason));
	}

	private String team(String groupId) {
		return this.staff.findGroup(groupId)
			.orElseThrow(() -> new NotFoundException("No hay ningún equipo con ese identificador de grupo."));
	}

	private Customer customer(String code) {
		return this.customers.findByCode(code)
			.orElseThrow(() -> new NotFoundException("No hay ningún cliente con ese código."));
	}

}
