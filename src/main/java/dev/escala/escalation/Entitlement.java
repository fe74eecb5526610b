package dev.escala.escalation;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.validation.ForbiddenException;

import org.springframework.stereotype.Component;

/**
 * Who may do what with escalations over HTTP and from the card of a case. Everybody of
 * the staff reads them.
 */
@Component
public class Entitlement {

	private final CurrentUser user;

	private final Escalations escalations;

	Entitlement(CurrentUser user, Escalations escalations) {
		this.user = user;
		this.escalations = escalations;
	}

	/** Reporting is for the same people as the start form. */
	public void requireReporter() {
		if (!this.user.isIn(Role.reporters().toArray(Role[]::new)) && !this.user.isIn(Role.ADMINISTRATORS)) {
			throw new ForbiddenException("Su usuario no puede reportar escalamientos.");
		}
	}

	/** Whether the person may change the case: its owner, its group, agents and above. */
	public boolean mayChange(Escalation escalation) {
		boolean owner = this.user.id().filter((id) -> id.equals(escalation.ownerId())).isPresent();
		boolean group = escalation.groupId() != null && this.user.isInGroup(escalation.groupId());
		return owner || group || this.user.isIn(Role.AGENTS, Role.SUPERVISORS, Role.MANAGERS, Role.DIRECTORS,
				Role.EXECUTIVES, Role.ADMINISTRATORS);
	}

	/** Changing a case is for its owner, its group, the agents and those above. */
	public void requireWorker(String number) {
		if (!mayChange(this.escalations.get(number))) {
			throw new ForbiddenException(
					"Solo la persona responsable, su grupo, los agentes y sus superiores pueden cambiar " + number
							+ ".");
		}
	}

	/** Setting a date by hand is for supervisors, in Tasklist as over HTTP. */
	public void requireSupervisor() {
		if (!this.user.isIn(Role.SUPERVISORS)) {
			throw new ForbiddenException("Solo Supervisión puede fijar a mano la fecha de un plazo.");
		}
	}

}
