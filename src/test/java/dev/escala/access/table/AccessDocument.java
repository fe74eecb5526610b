package dev.escala.access.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.access.Role;

import org.springframework.security.core.Authentication;

/** The table of access as people read it: who on top, routes below. */
final class AccessDocument {

	private static final String BEGINNING = """
			# Who may call what

			Made from the table of access in `dev.escala.access.table` by `AccessDocumentTests`, which says how to renew this
			file. The table decides before the body of a request is read, by role only: where ● stands, the use case or the
			engine's grants may still refuse a row that is not the caller's. What is not here is answered to nobody: 404 to
			somebody who is logged in, 401 to everybody else. A row of another role is 403, another method than these is 405.
			`GET` counts for `HEAD`; `**` stands for all that follows.

			| | who |
			|---|---|
			""";

	private final AccessTable table;

	/** Short names of the columns. */
	private final Map<String, Authentication> columns = new LinkedHashMap<>();

	private final StringBuilder text = new StringBuilder(BEGINNING);

	private AccessDocument(AccessTable table) {
		this.table = table;
		column("?", "anonymous, or a session that is over", null);
		column("–", "a login without any of these groups", TestCallers.withoutGroup());
		Arrays.stream(Role.values())
			.forEach((role) -> column(Integer.toString(role.ordinal() + 1),
					"`" + role.groupId() + "` (" + role.label() + ")", TestCallers.of(role)));
	}

	static String of(AccessTable table) {
		AccessDocument document = new AccessDocument(table);
		for (Door door : Door.values()) {
			document.section(door);
		}
		return document.text.toString();
	}

	private void column(String name, String who, Authentication caller) {
		this.columns.put(name, caller);
		this.text.append("| %s | %s |\n".formatted(name, who));
	}

	private void section(Door door) {
		this.text.append("\n## ").append(door.title()).append("\n\n");
		if (door.prefixes().size() > 1) {
			this.text.append(door.prefixes()
				.stream()
				.map((prefix) -> "`" + prefix + "`")
				.collect(Collectors.joining(", ", "Below ", ": the same routes, the same callers.\n\n")));
		}
		line(Stream.concat(Stream.of("route"), this.columns.keySet().stream()).toList());
		line(Stream.concat(Stream.of("---"), this.columns.keySet().stream().map((column) -> ":-:")).toList());
		Map<String, List<Row>> paths = new LinkedHashMap<>();
		this.table.rows()
			.stream()
			.filter((row) -> row.door() == door)
			.sorted((one, other) -> one.path().compareTo(other.path()))
			.forEach((row) -> paths.computeIfAbsent(row.path() + " " + row.audience(), (key) -> new ArrayList<>())
				.add(row));
		paths.values().forEach(this::row);
	}

	private void row(List<Row> same) {
		List<String> cells = new ArrayList<>();
		cells.add("`%s %s`".formatted(
				String.join(" ", same.stream().map(Row::method).collect(Collectors.toCollection(TreeSet::new))),
				same.get(0).path()));
		this.columns.values().forEach((caller) -> cells.add(same.get(0).audience().admits(caller) ? "●" : ""));
		line(cells);
	}

	private void line(List<String> cells) {
		this.text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
	}

}
