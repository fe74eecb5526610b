package dev.escala.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for SQL, and for names of our columns, in the strings of source files. ArchUnit
 * sees no strings.
 */
final class SqlStrings {

	private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");

	/** Names with an underscore, which nobody writes by accident. */
	private static final Pattern COLUMN = Pattern.compile("(?m)^\\s+(?:ADD COLUMN )?([a-z]+(?:_[a-z]+)+)\\s+"
			+ "(?:text|bigint|integer|smallint|boolean|timestamptz|timestamp|jsonb|date|bytea|numeric)\\b");

	private static final Pattern COMMENT_OR_STRING = Pattern.compile(
			"/\\*.*?\\*/|//[^\\n]*|'(?:\\\\.|[^'\\\\\\n])'"
					+ "|\"\"\"(?<block>(?:[^\\\\\"]++|\\\\.|\"(?!\"\"))*+)\"\"\"|\"(?<line>(?:\\\\.|[^\"\\\\\\n])*)\"",
			Pattern.DOTALL);

	private static final Pattern SQL = Pattern
		.compile("\\b(?:SELECT|INSERT INTO|DELETE FROM|ORDER BY|GROUP BY|WHERE)\\b"
				+ "|\\bUPDATE \\w+ SET\\b| = \\?|\\w = NULL\\b| (?:DESC|ASC)$");

	private SqlStrings() {
	}

	/** Columns of the tables that our migrations create. */
	static Set<String> columns() {
		Set<String> columns = new TreeSet<>();
		files(MIGRATIONS).forEach((migration) -> {
			Matcher matcher = COLUMN.matcher(read(migration));
			while (matcher.find()) {
				columns.add(matcher.group(1));
			}
		});
		return columns;
	}

	/**
	 * What is found below the folder, each with its file, in files that are looked at.
	 */
	static List<String> below(Path folder, Predicate<String> lookedAt) {
		Set<String> columns = columns();
		return files(folder).filter((file) -> lookedAt.test(file.getFileName().toString()))
			.flatMap((file) -> strings(read(file)).filter((text) -> SQL.matcher(text).find() || columns.contains(text))
				.map((text) -> file.getFileName() + ": " + text.strip()))
			.toList();
	}

	private static Stream<String> strings(String source) {
		return COMMENT_OR_STRING.matcher(source)
			.results()
			.map((found) -> (found.group(1) != null) ? found.group(1) : found.group(2))
			.filter((text) -> text != null);
	}

	private static Stream<Path> files(Path folder) {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile).sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
