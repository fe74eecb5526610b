package dev.escala.pipeline.exported;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.escala.customer.SearchName;
import dev.escala.validation.InvalidInputException;

/**
 * The header of a file: where it stands, who wrote it, and what each column is.
 *
 * @param line its line in the file, from 1
 * @param system whose export it is
 * @param names of the columns, as the file has them
 * @param fields what each column is; empty where nobody here knows
 */
record ExportHeader(long line, ExportSystem system, List<String> names, List<Optional<ExportField>> fields) {

	/** Where the header is looked for: titles and instructions may stand above it. */
	private static final int LAST_LINE = 20;

	/** So many known columns make a header; in a narrow file so many of two. */
	private static final int KNOWN = 3;

	private static final int IDS = 20;

	/**
	 * Finds the header.
	 * @throws InvalidInputException for the field {@code file} where there is none
	 */
	static ExportHeader of(ExportedFile file) {
		List<Long> lines = new ArrayList<>();
		List<List<String>> header = new ArrayList<>();
		List<List<String>> rows = new ArrayList<>();
		file.scan((line, cells) -> {
			if (!header.isEmpty()) {
				rows.add(cells);
			}
			else if (isHeader(cells)) {
				lines.add(line);
				header.add(cells.stream().map(CellTexts::clean).toList());
			}
			return header.isEmpty() ? line < LAST_LINE : rows.size() < IDS;
		});
		if (header.isEmpty()) {
			throw new InvalidInputException("file", "En las primeras " + LAST_LINE
					+ " líneas no se encuentra una cabecera conocida. Debe nombrar al menos tres columnas, por ejemplo: "
					+ "Empresa, Correo, Teléfono, Etapa, Importe, Fecha de cierre.");
		}
		List<String> names = header.get(0);
		ExportSystem system = ExportSystem
			.of(names.stream().map((name) -> SearchName.of(name).replaceAll("[ *]+$", "")).toList(), ids(names, rows));
		return new ExportHeader(lines.get(0), system, names,
				names.stream().map((name) -> ColumnAliases.of(system, name)).toList());
	}

	private static boolean isHeader(List<String> cells) {
		long filled = cells.stream().filter((cell) -> !cell.isBlank()).count();
		long known = cells.stream().filter((cell) -> !cell.isBlank() && ColumnAliases.isKnown(cell)).count();
		return known >= Math.min(KNOWN, Math.max(2, filled));
	}

	/** What stands below the names that may be ids. */
	private static List<String> ids(List<String> names, List<List<String>> rows) {
		return IntStream.range(0, names.size())
			.filter((column) -> SearchName.of(names.get(column)).matches(".*\\bid\\b.*"))
			.boxed()
			.flatMap((
					column) -> rows.stream().filter((row) -> row.size() > column).map((row) -> row.get(column).strip()))
			.toList();
	}

	/** Whether some column is this. */
	boolean has(ExportField field) {
		return this.fields.contains(Optional.of(field));
	}

	/** Whether the rows are opportunities, and not prospects. */
	boolean isDeals() {
		return has(ExportField.AMOUNT) || has(ExportField.CLOSE_DATE)
				|| has(ExportField.TITLE) && has(ExportField.STAGE);
	}

	/** The column without which a row belongs to the one above, or -1. */
	int key() {
		int id = this.fields.indexOf(Optional.of(ExportField.EXTERNAL_ID));
		return (id >= 0) ? id : this.fields.indexOf(Optional.of(ExportField.TITLE));
	}

}
