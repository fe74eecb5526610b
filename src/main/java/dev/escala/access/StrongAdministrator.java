package dev.escala.access;

import java.sql.Connection;
import java.util.List;

import dev.escala.startup.ProductionRequirement;
import dev.escala.startup.StartupProblem;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The configured administrator is one that a stranger does not guess, at every start:
 * whether there is an administrator already is not known yet, and who does not need the
 * two settings any more takes them out.
 */
class StrongAdministrator implements ProductionRequirement {

	@Override
	public List<String> problems(Environment environment, Connection database) {
		AdministratorProperties administrator = Binder.get(environment)
			.bind("escala.admin", AdministratorProperties.class)
			.orElse(new AdministratorProperties(null, null));
		if (!administrator.isSet()) {
			return List.of();
		}
		try {
			administrator.requireStrong();
			return List.of();
		}
		catch (StartupProblem ex) {
			return List.of(ex.getMessage());
		}
	}

}
