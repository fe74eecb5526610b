package dev.escala.calendar;

import java.util.ArrayList;
import java.util.List;

import dev.escala.access.Staff;
import dev.escala.text.Sentences;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Who uses a calendar. */
@Service
public class CalendarUsers {

	private final CalendarAssignmentRepository repository;

	private final Staff staff;

	private final ObjectProvider<CalendarUse> elsewhere;

	CalendarUsers(CalendarAssignmentRepository repository, Staff staff, ObjectProvider<CalendarUse> elsewhere) {
		this.repository = repository;
		this.staff = staff;
		this.elsewhere = elsewhere;
	}

	/** Everybody to whom the calendar was assigned. */
	public Users users(String code) {
		List<Named> teams = this.repository.teamsOf(code)
			.stream()
			.map((group) -> new Named(group, this.staff.groupName(group)))
			.toList();
		List<String> others = this.elsewhere.orderedStream().flatMap((use) -> use.usersOf(code).stream()).toList();
		return new Users(teams, this.repository.customersOf(code), others);
	}

	/**
	 * A team or a customer.
	 *
	 * @param code the group's id or the customer's code
	 * @param name its name
	 */
	public record Named(String code, String name) {
	}

	/**
	 * Who uses a calendar.
	 *
	 * @param teams groups that work by it
	 * @param customers customers who are served by it
	 * @param others whoever else, as Spanish phrases
	 */
	public record Users(List<Named> teams, List<Named> customers, List<String> others) {

		private static final int NAMED = 10;

		public Users {
			teams = List.copyOf(teams);
			customers = List.copyOf(customers);
			others = List.copyOf(others);
		}

		boolean isEmpty() {
			return this.teams.isEmpty() && this.customers.isEmpty() && this.others.isEmpty();
		}

		/** All of them in one phrase; of many the first. */
		String phrase() {
			List<String> all = new ArrayList<>();
			this.teams.forEach((team) -> all.add("el equipo " + team.name() + " (" + team.code() + ")"));
			this.customers
				.forEach((customer) -> all.add("el cliente " + customer.name() + " (" + customer.code() + ")"));
			all.addAll(this.others);
			return Sentences.some(all.subList(0, Math.min(all.size(), NAMED)), all.size());
		}

	}

}
