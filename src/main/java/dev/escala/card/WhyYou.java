package dev.escala.card;

import java.util.List;
import java.util.stream.Collectors;

import dev.escala.access.Role;

/** Why somebody has a task, as its card says it. */
public final class WhyYou {

	private WhyYou() {
	}

	/**
	 * A role has it.
	 * @param because the end of the sentence, with its full stop
	 */
	public static String role(Role role, String because) {
		return roles(List.of(role), because);
	}

	/**
	 * Several roles have it, whoever of them takes it first.
	 * @param because the end of the sentence, with its full stop
	 */
	public static String roles(List<Role> roles, String because) {
		return "Le llega porque pertenece a "
				+ roles.stream().map((role) -> "«" + role.label() + "»").collect(Collectors.joining(" o ")) + ": "
				+ because;
	}

}
