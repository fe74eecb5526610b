package dev.escala.matter;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.ForbiddenException;

import org.springframework.stereotype.Component;

/**
 * Who may change a matter, over HTTP and from its card, of those who may see it.
 */
@Component
public class Entitlement {

	private final CurrentUser user;

	private final Matters matters;

	Entitlement(CurrentUser user, Matters matters) {
		this.user = user;
		this.matters = matters;
	}

	/**
	 * Whether the person may change the matter: its owner, its group, agents and above.
	 */
	public boolean mayChange(Matter matter) {
		boolean owner = this.user.id().filter((id) -> id.equals(matter.ownerId())).isPresent();
		boolean group = matter.groupId() != null && this.user.isInGroup(matter.groupId());
		return owner || group || this.user.isIn(Role.AGENTS, Role.SUPERVISORS, Role.MANAGERS, Role.DIRECTORS,
				Role.EXECUTIVES, Role.ADMINISTRATORS);
	}

	/** Changing a matter is for its owner, its group, the agents and those above. */
	public void requireWorker(CaseNumber number) {
		if (!mayChange(this.matters.get(number))) {
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
