package dev.escala.pursuit.figure.web;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.pursuit.figure.SaleFigures;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Component;

/** Who is reading, and whether they lead. */
@Component
class SaleViewer {

	private final CurrentUser user;

	SaleViewer(CurrentUser user) {
		this.user = user;
	}

	SaleFigures.Viewer now() {
		return new SaleFigures.Viewer(this.user.id().orElseThrow(), this.user.isIn(Role.SUPERVISORS, Role.MANAGERS,
				Role.DIRECTORS, Role.PROCESS_OWNERS, Role.ADMINISTRATORS));
	}

}
