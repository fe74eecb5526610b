package dev.escala.access.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may call which route: all rows, found by path. Where several match, the one with
 * the most written-out characters counts, as in JAX-RS. What is not here is closed.
 */
final class AccessTable {

	private static final Comparator<Entry> NARROWEST = Comparator.comparingInt(Entry::writtenOut)
		.reversed()
		.thenComparing((entry) -> entry.pattern().getPatternString().endsWith("**"));

	private final List<Row> rows;

	/** Entries by the part of their path that comes before any variable. */
	private final Map<String, List<Entry>> entries = new HashMap<>();

	/**
	 * Creates a table.
	 * @throws IllegalArgumentException where a route stands there twice
	 */
	AccessTable(List<Row> rows) {
		this.rows = List.copyOf(rows);
		Set<String> seen = new HashSet<>();
		for (Row row : rows) {
			for (String address : row.addresses()) {
				if (!seen.add(row.method() + " " + address.replaceAll("\\{\\w+}", "{}"))) {
					throw new IllegalArgumentException("Twice in the table of access: " + row);
				}
				this.entries.computeIfAbsent(writtenOut(address), (key) -> new ArrayList<>())
					.add(new Entry(row, PathPatternParser.defaultInstance.parse(address)));
			}
		}
	}

	/** The table that holds in the application. */
	static AccessTable standing() {
		return new AccessTable(Stream
			.of(OwnApiRoutes.rows(), OwnPageRoutes.rows(), PlatformRoutes.rows(), EngineWorkRoutes.rows(),
					EngineWatchRoutes.rows(), EngineAdminRoutes.rows(), EngineClosedRoutes.rows())
			.flatMap(List::stream)
			.toList());
	}

	List<Row> rows() {
		return this.rows;
	}

	/** The rows of a path for all methods, the one that counts most first. */
	List<Row> find(PathContainer path) {
		List<Row> found = matching(path).map(Entry::row).toList();
		if (found.isEmpty() && path.value().endsWith("/") && path.elements().size() > 1) {
			PathContainer shorter = path.subPath(0, path.elements().size() - 1);
			return matching(shorter).map(Entry::row).filter((row) -> row.door().isSlashIgnored()).toList();
		}
		return found;
	}

	private Stream<Entry> matching(PathContainer path) {
		List<Entry> candidates = new ArrayList<>(this.entries.getOrDefault("", List.of()));
		StringBuilder prefix = new StringBuilder();
		for (PathContainer.Element element : path.elements()) {
			if (element instanceof PathContainer.PathSegment segment) {
				prefix.append('/').append(segment.valueToMatch());
				candidates.addAll(this.entries.getOrDefault(prefix.toString(), List.of()));
			}
		}
		return candidates.stream().filter((entry) -> entry.pattern().matches(path)).sorted(NARROWEST);
	}

	private static String writtenOut(String address) {
		return address.replaceFirst("/(\\{|\\*\\*).*$", "").replaceFirst("/$", "");
	}

	private record Entry(Row row, PathPattern pattern) {

		int writtenOut() {
			return this.pattern.getPatternString().replaceAll("\\{\\w+}|/\\*\\*", "").length();
		}

	}

}
