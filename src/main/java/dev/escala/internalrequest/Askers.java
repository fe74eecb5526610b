package dev.escala.internalrequest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Component;

/** The departments of the people who ask and of those who are asked. */
@Component
class Askers {

	private final Staff staff;

	Askers(Staff staff) {
		this.staff = staff;
	}

	/** The department for which a person asks: the first of their groups. */
	String department(UserId user) {
		List<String> groups = this.staff.groupsOf(user).stream().map(Staff.Team::id).toList();
		return Arrays.stream(Role.values())
			.filter((role) -> role != Role.ADMINISTRATORS)
			.map(Role::groupId)
			.filter(groups::contains)
			.findFirst()
			.or(() -> groups.stream().findFirst())
			.orElse(Role.AGENTS.groupId());
	}

	/** The group that is asked for a service, by its id or its name. */
	String department(Fields fields, Question question) {
		String wanted = question.department();
		if (wanted == null) {
			return null;
		}
		Optional<String> known = this.staff.findGroup(wanted).map((name) -> wanted).or(() -> byName(wanted));
		if (known.isEmpty()) {
			fields.refuse("department", "No se conoce el departamento «" + wanted + "». Escriba uno de estos: "
					+ String.join(", ", Role.reporters().stream().map(Role::label).toList()) + ".");
		}
		return known.orElse(null);
	}

	private static Optional<String> byName(String name) {
		return Arrays.stream(Role.values())
			.filter((role) -> role.label().equalsIgnoreCase(name))
			.map(Role::groupId)
			.findFirst();
	}

}
