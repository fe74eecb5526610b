package dev.escala.complaint.outage.web;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.reference.UserId;
import dev.escala.validation.ForbiddenException;

import org.springframework.stereotype.Component;

/** Who writes down mass faults and tells their customers: whoever takes complaints. */
@Component
class OutageEditors {

	private final CurrentUser user;

	OutageEditors(CurrentUser user) {
		this.user = user;
	}

	/** Whether the person may. */
	boolean may() {
		return this.user.isIn(Role.reporters().toArray(Role[]::new)) || this.user.isIn(Role.ADMINISTRATORS);
	}

	/** The person; refuses who may not. */
	UserId require() {
		if (!may()) {
			throw new ForbiddenException(
					"Su usuario puede ver las averías, pero no cambiarlas ni escribir a los clientes.");
		}
		return this.user.id().orElseThrow();
	}

}
