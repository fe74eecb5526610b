package dev.escala.customer.web;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.validation.ForbiddenException;

import org.springframework.stereotype.Component;

/** Who may change customers: those who work with them. */
@Component
class CustomerEditors {

	private final CurrentUser user;

	CustomerEditors(CurrentUser user) {
		this.user = user;
	}

	boolean mayEdit() {
		return this.user.isIn(Role.customerEditors().toArray(Role[]::new));
	}

	/** Refuses everybody else. */
	void require() {
		if (!mayEdit()) {
			throw new ForbiddenException(
					"Solo los agentes, la supervisión, la gerencia y la administración pueden cambiar clientes.");
		}
	}

}
