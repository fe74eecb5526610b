package dev.escala.visibility;

import java.util.List;

import dev.escala.reference.UserId;

/**
 * What somebody sees in lists.
 *
 * @param everything whether the row does not matter
 * @param user who it is, or {@code null} where Escala itself asks
 * @param groups the ids of their groups
 * @param allContacts whether they read the contacts' data of every case
 */
public record Seen(boolean everything, UserId user, List<String> groups, boolean allContacts) {

	/** Escala itself. */
	static final Seen BY_ESCALA = new Seen(true, null, List.of(), true);

	public Seen {
		groups = List.copyOf(groups);
	}

	/** The user id as columns hold it; of Escala itself that of nobody. */
	public String userId() {
		return (this.user == null) ? "" : this.user.value();
	}

}
