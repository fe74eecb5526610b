package dev.escala.internalrequest;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.validation.ForbiddenException;
import dev.escala.visibility.Visibility;

import org.springframework.stereotype.Component;

/** Who may ask, and who may read a request. */
@Component
public class RequestAccess {

	private final CurrentUser user;

	private final Visibility visibility;

	RequestAccess(CurrentUser user, Visibility visibility) {
		this.visibility = visibility;
		this.user = user;
	}

	/** Asking is for the same people as the start form. */
	public void requireAsker() {
		if (!this.user.isIn(Role.reporters().toArray(Role[]::new)) && !this.user.isIn(Role.ADMINISTRATORS)) {
			throw new ForbiddenException("Su usuario no puede hacer solicitudes internas.");
		}
	}

	/** Whether the person may read every request, and what is counted over all. */
	public boolean readsAll() {
		return this.user.isIn(Role.SUPERVISORS, Role.MANAGERS, Role.DIRECTORS, Role.ADMINISTRATORS);
	}

	/** Reading is for both departments and those above: the rule of rows. */
	public void requireReader(InternalRequest request) {
		if (!this.visibility.sees(request.number())) {
			throw new ForbiddenException("La solicitud " + request.number()
					+ " solo la ven quien la hizo, los dos departamentos y sus superiores.");
		}
	}

	/** Withdrawing is for the one who asked. */
	public void requireOwn(InternalRequest request) {
		if (!own(request)) {
			throw new ForbiddenException("Solo quien hizo la solicitud " + request.number() + " puede retirarla.");
		}
	}

	private boolean own(InternalRequest request) {
		return this.user.id().filter(request.requestedBy()::equals).isPresent();
	}

}
