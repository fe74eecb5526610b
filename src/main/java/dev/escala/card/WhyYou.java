package dev.escala.card;

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
		return "Le llega porque pertenece a «" + role.label() + "»: " + because;
	}

}
