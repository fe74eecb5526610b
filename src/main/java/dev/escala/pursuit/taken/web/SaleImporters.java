package dev.escala.pursuit.taken.web;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.reference.UserId;
import dev.escala.text.Shortening;
import dev.escala.validation.ForbiddenException;

import org.springframework.stereotype.Component;

/** Who may import, and how what they send is called. */
@Component
class SaleImporters {

	private static final int FILE_NAME = 200;

	private final CurrentUser user;

	SaleImporters(CurrentUser user) {
		this.user = user;
	}

	/** The importer; refuses who may not. */
	UserId require() {
		if (!this.user.isIn(Role.SALES, Role.SUPERVISORS, Role.MANAGERS, Role.ADMINISTRATORS)) {
			throw new ForbiddenException(
					"Importar prospectos y oportunidades pueden Ventas, Supervisión, Gerencia y Administración.");
		}
		return this.user.id().orElseThrow();
	}

	/** Without folders and what cannot be kept. */
	static String fileName(String sent) {
		String name = (sent == null) ? ""
				: sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
					.replaceAll("[\\p{Cntrl}\\p{Cs}]", "")
					.strip();
		return name.isEmpty() ? "fichero" : Shortening.beginning(name, FILE_NAME);
	}

}
