package dev.escala.modelgate.table;

import java.util.Collection;
import java.util.List;

/** Lists as a Spanish sentence says them. */
final class Words {

	private Words() {
	}

	/** Quoted, with commas. */
	static String quoted(Collection<String> texts) {
		return joined(texts.stream().map(Axis::quoted).toList(), "y");
	}

	/** With commas, and a word before the last. */
	static String joined(List<String> parts, String last) {
		if (parts.size() < 2) {
			return String.join("", parts);
		}
		String end = parts.get(parts.size() - 1);
		return String.join(", ", parts.subList(0, parts.size() - 1)) + " " + last + " " + end;
	}

}
