package dev.escala.calendar.web;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.validation.ForbiddenException;

import org.springframework.stereotype.Component;

/** Who may change calendars: those who answer for deadlines. */
@Component
class CalendarEditors {

	private final CurrentUser user;

	CalendarEditors(CurrentUser user) {
		this.user = user;
	}

	boolean mayEdit() {
		return this.user.isIn(Role.SUPERVISORS, Role.MANAGERS, Role.DIRECTORS, Role.PROCESS_OWNERS,
				Role.ADMINISTRATORS);
	}

	/** Refuses everybody else. */
	void require() {
		if (!mayEdit()) {
			throw new ForbiddenException("Solo la supervisión, la gerencia, la dirección, los propietarios de procesos "
					+ "y la administración pueden cambiar calendarios.");
		}
	}

}
