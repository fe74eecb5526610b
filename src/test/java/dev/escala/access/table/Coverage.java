package dev.escala.access.table;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Compares routes that there are with rows that are written. */
final class Coverage {

	private static final Pattern ENGINE_NAME = Pattern
		.compile("(/engine/|/adminPlugins/|/plugin/base/|/auth/user/|/setup/)\\{(name|engine|processEngineName)}");

	private final List<Row> rows;

	Coverage(AccessTable table) {
		this.rows = table.rows();
	}

	/** The routes that no row names. */
	List<String> missing(Collection<String> routes) {
		return routes.stream().filter((route) -> this.rows.stream().noneMatch((row) -> covers(row, route))).toList();
	}

	/** The rows that no route needs. */
	List<Row> stale(Collection<String> routes) {
		return this.rows.stream().filter((row) -> routes.stream().noneMatch((route) -> covers(row, route))).toList();
	}

	private static boolean covers(Row row, String route) {
		String[] parts = route.split(" ", 2);
		String path = shape(ENGINE_NAME.matcher(parts[1]).replaceAll("$1default"));
		return (row.method().equals(Row.ANY_METHOD) || row.method().equals(parts[0]))
				&& row.addresses().stream().map(Coverage::shape).anyMatch((address) -> isSame(address, path));
	}

	private static boolean isSame(String address, String path) {
		if (!address.endsWith("/**")) {
			return address.equals(path);
		}
		String base = address.substring(0, address.length() - 3);
		return path.equals(base) || path.startsWith(base + "/");
	}

	/** The names of variables, and how they are cut out, do not matter. */
	private static String shape(String path) {
		return path.replaceAll("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}", "{}");
	}

}
