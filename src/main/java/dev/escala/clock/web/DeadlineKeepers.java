package dev.escala.clock.web;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.validation.ForbiddenException;

import org.springframework.stereotype.Component;

/** Who looks after the deadlines of open cases. */
@Component
class DeadlineKeepers {

	private final CurrentUser user;

	DeadlineKeepers(CurrentUser user) {
		this.user = user;
	}

	/** Refuses whoever does not answer for deadlines. */
	void requireReader() {
		if (!this.user.isIn(Role.SUPERVISORS, Role.MANAGERS, Role.DIRECTORS, Role.PROCESS_OWNERS,
				Role.ADMINISTRATORS)) {
			throw new ForbiddenException(
					"Esto lo consultan la supervisión, la gerencia, la dirección, los propietarios "
							+ "de procesos y la administración.");
		}
	}

	boolean mayRepair() {
		return this.user.isIn(Role.SUPERVISORS, Role.ADMINISTRATORS);
	}

	void requireRepairer() {
		if (!mayRepair()) {
			throw new ForbiddenException("Los temporizadores los reparan la supervisión y la administración.");
		}
	}

}
