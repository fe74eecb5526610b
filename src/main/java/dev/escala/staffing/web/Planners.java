package dev.escala.staffing.web;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.reference.UserId;
import dev.escala.validation.ForbiddenException;

import org.springframework.stereotype.Component;

/** Who may plan for whom: some for everybody, everybody their own absences. */
@Component
class Planners {

	private final CurrentUser user;

	Planners(CurrentUser user) {
		this.user = user;
	}

	/** The user id of who is acting. */
	UserId actor() {
		return this.user.id().orElse(UserId.SYSTEM);
	}

	/** Whether the one who acts may know and change the absences of the person. */
	boolean mayPlan(UserId personId) {
		return isPlanner() || this.user.id().filter(personId::equals).isPresent();
	}

	void requireAbsencesOf(UserId personId) {
		if (!mayPlan(personId)) {
			throw new ForbiddenException("Cada persona anota sus propias ausencias; las de otras, solo la supervisión, "
					+ "la gerencia, la dirección y la administración.");
		}
	}

	void requirePlanner() {
		if (!isPlanner()) {
			throw new ForbiddenException("Solo la supervisión, la gerencia, la dirección y la administración pueden "
					+ "cambiar de quién depende una persona y cuándo está de guardia.");
		}
	}

	/** Whether the one who acts plans for everybody. */
	boolean isPlanner() {
		return this.user.isIn(Role.SUPERVISORS, Role.MANAGERS, Role.DIRECTORS, Role.ADMINISTRATORS);
	}

}
