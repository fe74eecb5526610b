package dev.escala.internalrequest;

import java.util.LinkedHashSet;
import java.util.Set;

import dev.escala.access.Role;

/** Who may answer a request at the level that it reached by being overdue. */
public final class RequestLevels {

	private RequestLevels() {
	}

	/** The group of the level that the request is at. */
	static String groupOf(InternalRequest request) {
		return groupOf(request.groupId(), request.level());
	}

	/** The group of the level above that of the request, or its own at the top. */
	static String groupAbove(InternalRequest request) {
		return groupOf(request.groupId(), Math.min(request.level() + 1, InternalRequest.TOP_LEVEL));
	}

	private static String groupOf(String group, int level) {
		if (level == 1) {
			return group;
		}
		// Those who do not answer are no help against themselves.
		boolean managers = group.equals(Role.DIRECTORS.groupId())
				|| (level == 2 && !group.equals(Role.MANAGERS.groupId()));
		return (managers ? Role.MANAGERS : Role.DIRECTORS).groupId();
	}

	/** Every group that may answer it now. */
	public static Set<String> groups(InternalRequest request) {
		Set<String> groups = new LinkedHashSet<>();
		for (int level = 1; level <= request.level(); level++) {
			groups.add(groupOf(request.groupId(), level));
		}
		return groups;
	}

}
