package dev.escala.staffing;

import dev.escala.access.Staff;
import dev.escala.timeline.TimelineEntry;

import org.springframework.stereotype.Component;

/** Says who did something, as people call them. */
@Component
public class PersonNames {

	private final Staff staff;

	PersonNames(Staff staff) {
		this.staff = staff;
	}

	/** The name of a user, the id where nobody has it any more; {@code null} stays. */
	public String name(String userId) {
		if (userId == null) {
			return null;
		}
		return switch (userId) {
			case TimelineEntry.SYSTEM -> "Sistema";
			case TimelineEntry.CUSTOMER -> "Cliente";
			default -> this.staff.find(userId).map(Staff.Person::name).orElse(userId);
		};
	}

}
