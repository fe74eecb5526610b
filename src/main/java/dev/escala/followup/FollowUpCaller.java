package dev.escala.followup;

import dev.escala.access.Role;

/** Who calls, as the table says it. */
public enum FollowUpCaller {

	/** Whoever answered for what ended; without one, supervision. */
	OWNER(Role.SUPERVISORS), SALES(Role.SALES), SUPERVISORS(Role.SUPERVISORS), AGENTS(Role.AGENTS);

	private final Role role;

	FollowUpCaller(Role role) {
		this.role = role;
	}

	/** The group that may do it in any case. */
	public Role role() {
		return this.role;
	}

}
