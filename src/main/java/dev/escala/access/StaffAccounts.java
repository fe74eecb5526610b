package dev.escala.access;

import java.util.List;
import java.util.Optional;

import dev.escala.access.login.PasswordRules;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Creates and keeps accounts of people in the engine. */
@Component
public class StaffAccounts {

	private final IdentityService identity;

	StaffAccounts(IdentityService identity) {
		this.identity = identity;
	}

	/** Whether the rules for passwords let somebody have this one. */
	public boolean allow(String password, String userId) {
		return PasswordRules.get().allow(password, userId);
	}

	/** The hash of somebody's password, or empty where there is nobody. */
	public Optional<String> passwordHash(String id) {
		return Optional.ofNullable(this.identity.createUserQuery().userId(id).singleResult()).map(User::getPassword);
	}

	/**
	 * Makes sure that the person exists, with this password, not held up by earlier
	 * failed logins, and belongs to these groups. Names and other groups that somebody
	 * changed since stay as they are.
	 * @param password {@code null} leaves what is there: a hash takes its time
	 */
	@Transactional
	public void keep(String id, String firstName, String lastName, String email, String password, Role... roles) {
		User user = this.identity.createUserQuery().userId(id).singleResult();
		if (user == null) {
			user = this.identity.newUser(id);
			user.setFirstName(firstName);
			user.setLastName(lastName);
			user.setEmail(email);
		}
		if (password != null) {
			user.setPassword(password);
			this.identity.saveUser(user);
		}
		this.identity.unlockUser(id);
		List<String> present = this.identity.createGroupQuery()
			.groupMember(id)
			.list()
			.stream()
			.map(Group::getId)
			.toList();
		for (Role role : roles) {
			if (!present.contains(role.groupId())) {
				this.identity.createMembership(id, role.groupId());
			}
		}
	}

}
