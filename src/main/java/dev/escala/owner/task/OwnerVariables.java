package dev.escala.owner.task;

/** Where a process that carries a matter keeps whose it is. */
public final class OwnerVariables {

	/** The owner's user id. */
	public static final String OWNER_ID = "ownerId";

	private OwnerVariables() {
	}

}
