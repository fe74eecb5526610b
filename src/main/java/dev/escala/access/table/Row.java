package dev.escala.access.table;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One line of the table of access.
 *
 * @param door the way in
 * @param method HTTP method, where {@code GET} counts for {@code HEAD}, or {@code *}
 * @param path what follows the door's prefix; {@code {name}} stands for one part of it, a
 * final {@code **} for all the rest
 * @param audience to whom it is open
 */
record Row(Door door, String method, String path, Audience audience) {

	static final String ANY_METHOD = "*";

	private static final Pattern METHOD = Pattern.compile("GET|POST|PUT|DELETE|OPTIONS|\\*");

	private static final Pattern PATH = Pattern.compile("/|(/([A-Za-z0-9._-]+|\\{[A-Za-z]+}))+(/\\*\\*|/)?");

	Row {
		if (!METHOD.matcher(method).matches() || !PATH.matcher(path).matches()) {
			throw new IllegalArgumentException("Not a route: " + method + " " + path);
		}
		if (method.equals(ANY_METHOD) && audience != Audience.NOBODY) {
			throw new IllegalArgumentException("Name the methods of " + path + ": only what is closed needs none");
		}
	}

	/** The addresses that it is served at. */
	List<String> addresses() {
		return this.door.prefixes().stream().map((prefix) -> prefix + this.path).toList();
	}

	boolean isFor(String asked) {
		return this.method.equals(ANY_METHOD) || this.method.equals(asked.equals("HEAD") ? "GET" : asked);
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
