package dev.escala.access;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;

/**
 * What the engine grants by itself. Out of the box a new user may do everything with
 * their own account, deleting it included; here they may read and change it.
 */
class OwnProfile extends DefaultAuthorizationProvider {

	@Override
	public AuthorizationEntity[] newUser(User user) {
		return new AuthorizationEntity[] { createGrantAuthorization(user.getId(), null, Resources.USER, user.getId(),
				Permissions.READ, Permissions.UPDATE) };
	}

}
