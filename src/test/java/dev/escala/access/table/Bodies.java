package dev.escala.access.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a request of each row carries. */
final class Bodies {

	private static final String FILE = "/access/bodies.txt";

	private static final String CSV = "text/csv";

	private final Map<String, String> bodies = new HashMap<>();

	Bodies() {
		try (InputStream file = Bodies.class.getResourceAsStream(FILE)) {
			new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.map((line) -> line.split(" ", 3))
				.forEach((parts) -> this.bodies.put(parts[0] + " " + parts[1], parts[2]));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	boolean isKnown(Row row) {
		return this.bodies.containsKey(row.toString());
	}

	/** The media type of what is sent, or {@code null} where nothing is. */
	String type(Row row, String method) {
		return switch (row.door()) {
			case API -> apiType(row);
			case PAGES -> method.equals("POST") ? "application/x-www-form-urlencoded" : null;
			default -> (method.equals("POST") || method.equals("PUT")) ? "application/json" : null;
		};
	}

	private String apiType(Row row) {
		String body = this.bodies.getOrDefault(row.toString(), "-");
		if (body.equals("-")) {
			return null;
		}
		return body.equals(CSV) ? CSV : "application/json";
	}

	String text(Row row) {
		String body = this.bodies.getOrDefault(row.toString(), "{}");
		return switch (row.door()) {
			case API -> body.equals(CSV) ? "" : body;
			case PAGES -> "reason=Una+prueba";
			default -> "{}";
		};
	}

}
