package dev.escala.escalation.web;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.validation.ForbiddenException;

import org.springframework.stereotype.Component;

/** Who may do what with escalations over HTTP. Everybody of the staff reads them. */
@Component
class Entitlement {

	private final CurrentUser user;

	private final Escalations escalations;

	Entitlement(CurrentUser user, Escalations escalations) {
		this.user = user;
		this.escalations = escalations;
	}

	/** Reporting is for the same people as the start form. */
	void requireReporter() {
		if (!this.user.isIn(Role.reporters().toArray(Role[]::new)) && !this.user.isIn(Role.ADMINISTRATORS)) {
			throw new ForbiddenException("Su usuario no puede reportar escalamientos.");
		}
	}

	/** Changing a case is for its owner, its group, the agents and those above. */
	void requireWorker(String number) {
		Escalation escalation = this.escalations.get(number);
		boolean owner = this.user.id().filter((id) -> id.equals(escalation.ownerId())).isPresent();
		boolean group = escalation.groupId() != null && this.user.isInGroup(escalation.groupId());
		if (!owner && !group && !this.user.isIn(Role.AGENTS, Role.SUPERVISORS, Role.MANAGERS, Role.DIRECTORS,
				Role.EXECUTIVES, Role.ADMINISTRATORS)) {
			throw new ForbiddenException(
					"Solo la persona responsable, su grupo, los agentes y sus superiores pueden cambiar " + number
							+ ".");
		}
	}

}
