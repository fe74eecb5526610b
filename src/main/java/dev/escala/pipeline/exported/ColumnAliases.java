package dev.escala.pipeline.exported;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.escala.customer.SearchName;

/**
 * How other systems call their columns, in the language of whoever exports: the file
 * {@code pipeline/export-columns.csv}, where a name of one system counts before the same
 * name of any.
 */
final class ColumnAliases {

	private static final Map<String, ExportField> FIELDS = read();

	private ColumnAliases() {
	}

	/** What a column is, or empty where nobody calls anything so. */
	static Optional<ExportField> of(ExportSystem system, String name) {
		String plain = plain(name);
		return Optional.ofNullable(FIELDS.getOrDefault(system + "/" + plain, FIELDS.get("/" + plain)));
	}

	/** Whether any system calls a column so. */
	static boolean isKnown(String name) {
		return of(ExportSystem.OTHER, name).isPresent()
				|| Arrays.stream(ExportSystem.values()).anyMatch((system) -> of(system, name).isPresent());
	}

	/**
	 * A name without what differs between exports of the same column: case, accents,
	 * blanks, the star of what is required, the colon of what is a label.
	 */
	static String plain(String name) {
		return SearchName.of(CellTexts.clean(name).replace('\u2019', '\'').replace('\u2013', '-'))
			.replaceAll("[ *:]+$", "");
	}

	private static Map<String, ExportField> read() {
		Map<String, ExportField> fields = new HashMap<>();
		for (String[] cells : AliasFile.lines("export-columns.csv")) {
			Arrays.stream(cells)
				.skip(2)
				.forEach((name) -> fields.put(cells[0] + "/" + plain(name), ExportField.valueOf(cells[1])));
		}
		return fields;
	}

}
