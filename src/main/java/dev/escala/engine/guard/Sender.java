package dev.escala.engine.guard;

import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * Who sent a command: a person through one of the doors, or Escala itself, which has
 * decided before whether the person may.
 */
final class Sender {

	/** Who may repair processes; the group's id is the same as the role's. */
	private static final String ADMINISTRATORS = "camunda-admin";

	private final CommandContext context;

	Sender(CommandContext context) {
		this.context = context;
	}

	/**
	 * Whether the command comes from a person as it is. Jobs have no person, and use
	 * cases, delegates and listeners run without the grants of the person who acts.
	 */
	boolean isPerson() {
		return this.context.isAuthorizationCheckEnabled() && this.context.getAuthentication() != null;
	}

	/** Whether it is a person who may not repair processes. */
	boolean isStaff() {
		return isPerson() && !Optional.ofNullable(this.context.getAuthentication())
			.map(Authentication::getGroupIds)
			.orElse(List.of())
			.contains(ADMINISTRATORS);
	}

	/** Whether it is the person with this user id. */
	boolean is(String userId) {
		return isPerson() && this.context.getAuthentication().getUserId().equals(userId);
	}

	CommandContext context() {
		return this.context;
	}

}
