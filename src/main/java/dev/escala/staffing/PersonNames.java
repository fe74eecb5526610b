package dev.escala.staffing;

import dev.escala.access.Staff;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Component;

/** Says who did something, as people call them. */
@Component
public class PersonNames {

	private final Staff staff;

	PersonNames(Staff staff) {
		this.staff = staff;
	}

	/** The name of a user, the id where nobody has it any more; {@code null} stays. */
	public String name(UserId userId) {
		if (userId == null) {
			return null;
		}
		if (userId.equals(UserId.SYSTEM)) {
			return "Sistema";
		}
		if (userId.equals(UserId.CUSTOMER)) {
			return "Cliente";
		}
		return this.staff.nameOf(userId);
	}

}
