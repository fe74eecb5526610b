package dev.escala.requirements;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.requirements.Requirement.Link;
import dev.escala.requirements.Requirement.State;

/** Reads the tables of {@code src/docs/requirements.md}. */
final class RequirementsDocument {

	private static final Pattern ROW = Pattern.compile("\\| *(\\d{3}-\\d+) *\\|(.+)\\|(.+)\\|(.*)\\|");

	private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\(([^)]+)\\)");

	private static final String LINKS = LINK.pattern() + "(?:, " + LINK.pattern() + ")*";

	private static final String SENTENCE = "\\p{Lu}(?:(?!\\. ).){10,}\\.";

	private RequirementsDocument() {
	}

	static List<Requirement> read(String markdown) {
		return markdown.lines()
			.map((line) -> ROW.matcher(line.strip()))
			.filter(Matcher::matches)
			.map((row) -> new Requirement(row.group(1), row.group(3).strip(), state(row.group(4).strip()),
					links(row.group(4))))
			.toList();
	}

	private static State state(String said) {
		if (said.matches(LINKS)) {
			return State.SHOWN;
		}
		if (said.matches("Partly: " + LINKS + "\\. Missing: \\p{Ll}(?:(?!\\. ).){10,}\\.")) {
			return State.PARTLY;
		}
		if (said.matches("Open: " + SENTENCE)) {
			return State.OPEN;
		}
		if (said.matches("Built as .{10,}\\.")) {
			return State.BUILT;
		}
		return said.matches("Left out because .{10,}\\.") ? State.LEFT_OUT : State.UNCLEAR;
	}

	private static List<Link> links(String said) {
		return LINK.matcher(said).results().map((link) -> new Link(link.group(1), link.group(2))).toList();
	}

}
