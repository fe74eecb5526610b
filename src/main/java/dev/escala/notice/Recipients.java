package dev.escala.notice;

import java.util.List;
import java.util.Optional;

import dev.escala.access.Staff;
import dev.escala.reference.UserId;
import dev.escala.staffing.Availability;

import org.springframework.stereotype.Component;

/** Who inside can be told something. */
@Component
class Recipients {

	private final Staff staff;

	private final Availability availability;

	Recipients(Staff staff, Availability availability) {
		this.staff = staff;
		this.availability = availability;
	}

	Optional<Staff.Person> find(UserId person) {
		return this.staff.find(person);
	}

	List<Staff.Person> membersOf(String group) {
		return this.staff.membersOf(group);
	}

	/**
	 * The person, or the deputy who has the work meanwhile; the group where there is
	 * neither: a reminder is for somebody who can act on it.
	 */
	List<Staff.Person> personOrGroup(UserId person, String group) {
		return Optional.ofNullable(person)
			.map((one) -> this.availability.standIn(one).personId())
			.flatMap(this.staff::find)
			.map(List::of)
			.orElseGet(() -> (group == null) ? List.of() : this.staff.membersOf(group));
	}

}
