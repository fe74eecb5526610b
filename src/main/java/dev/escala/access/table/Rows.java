package dev.escala.access.table;

import java.util.ArrayList;
import java.util.List;

/** Reads rows as they are written in code: {@code GET POST /path} on each line. */
final class Rows {

	private final Door door;

	private final List<Row> rows = new ArrayList<>();

	private Rows(Door door) {
		this.door = door;
	}

	static Rows of(Door door) {
		return new Rows(door);
	}

	/**
	 * Opens routes.
	 * @param lines one path a line, after its methods
	 * @throws IllegalArgumentException where a line is no route
	 */
	Rows open(Audience audience, String lines) {
		lines.lines().map(String::strip).filter((line) -> !line.isEmpty()).forEach((line) -> {
			String[] words = line.split(" +");
			if (words.length < 2) {
				throw new IllegalArgumentException("Not a route: " + line);
			}
			for (int i = 0; i < words.length - 1; i++) {
				this.rows.add(new Row(this.door, words[i], words[words.length - 1], audience));
			}
		});
		return this;
	}

	List<Row> list() {
		return List.copyOf(this.rows);
	}

}
