package dev.escala.measure;

import java.time.Clock;
import java.util.Optional;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.reference.UserId;
import dev.escala.staffing.Availability;
import dev.escala.staffing.PersonSearch;
import dev.escala.validation.ForbiddenException;

import org.springframework.stereotype.Component;

/** Who answers for what is measured, and who else may change it. */
@Component
public class Answerers {

	private final Availability availability;

	private final PersonSearch search;

	private final CurrentUser user;

	private final Clock clock;

	Answerers(Availability availability, PersonSearch search, CurrentUser user, Clock clock) {
		this.availability = availability;
		this.search = search;
		this.user = user;
		this.clock = clock;
	}

	/** The person, or who stands in for them now, if they can have a task. */
	public Optional<UserId> there(UserId owner) {
		return this.availability.presentOrDeputy(owner, this.clock.instant())
			.filter((id) -> this.search.find(id).isPresent());
	}

	/** Whether who is acting may change what that person answers for. */
	public boolean may(UserId owner) {
		return this.user.id().filter(owner::equals).isPresent() || this.user.isIn(Role.SUPERVISORS, Role.MANAGERS,
				Role.DIRECTORS, Role.PROBLEM_COORDINATORS, Role.ADMINISTRATORS);
	}

	/** Who is acting; refuses who may not. */
	public UserId require(UserId owner) {
		if (!may(owner)) {
			throw new ForbiddenException(
					"Esto lo cambia quien responde de ello, Supervisión, Gerencia, Dirección, la coordinación del problema o "
							+ "Administración. Pídaselo a una de esas personas.");
		}
		return this.user.id().orElseThrow();
	}

}
