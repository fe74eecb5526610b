package dev.escala.pipeline.exported;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.text.Sentences;

/** Makes rows of records, by the header and the ways in which the file is written. */
final class RowReader {

	private static final Pattern CODE = Pattern.compile("\\b([A-Z]{3})\\b");

	private final ExportHeader header;

	private final AmountStyle amounts;

	private final DateOrder dates;

	private final ZoneId zone;

	private final boolean trimmed;

	/**
	 * Creates the reader.
	 * @param trimmed whether empty cells at the end of a record are left out
	 */
	RowReader(ExportHeader header, AmountStyle amounts, DateOrder dates, ZoneId zone, boolean trimmed) {
		this.header = header;
		this.amounts = (amounts == null) ? AmountStyle.POINT : amounts;
		this.dates = (dates == null) ? DateOrder.DAY_FIRST : dates;
		this.zone = zone;
		this.trimmed = trimmed;
	}

	/** Begins a row; records that belong to it may follow. */
	Pending row(long line, List<String> cells) {
		return new Pending(line, cells);
	}

	/** A row that is not whole yet. */
	final class Pending {

		private final long line;

		private final Map<ExportField, String> texts = new EnumMap<>(ExportField.class);

		private final List<String> notes = new ArrayList<>();

		private String wrong;

		private Pending(long line, List<String> cells) {
			this.line = line;
			int columns = RowReader.this.header.names().size();
			boolean more = cells.stream().skip(columns).anyMatch((cell) -> !cell.isBlank());
			if (more || (cells.size() < columns && !RowReader.this.trimmed)) {
				this.wrong = "La fila tiene " + Sentences.counted(cells.size(), "columna", "columnas")
						+ " y la cabecera, " + columns + ".";
			}
			else {
				read(cells, true);
			}
		}

		/** Adds a record that belongs to the row: what it says is kept as a note. */
		void add(List<String> cells) {
			read(cells, false);
		}

		private void read(List<String> cells, boolean own) {
			for (int i = 0; i < Math.min(cells.size(), RowReader.this.header.names().size()); i++) {
				String text = CellTexts.clean(cells.get(i));
				if (text.isEmpty()) {
					continue;
				}
				Optional<ExportField> field = RowReader.this.header.fields().get(i);
				if (!own || field.isEmpty() || this.texts.putIfAbsent(field.get(), text) != null) {
					this.notes.add(RowReader.this.header.names().get(i) + ": " + text);
				}
			}
		}

		/** Gives the row to whoever takes them. */
		boolean give(ExportReader.Rows rows) {
			BigDecimal amount = amount();
			ZonedDateTime closed = date(ExportField.CLOSE_DATE);
			ZonedDateTime created = date(ExportField.CREATED_AT);
			String currency = currency();
			if (this.wrong != null) {
				rows.rejected(this.line, this.wrong);
				return true;
			}
			return rows.row(new ExportedRow(this.line, this.texts,
					StageMeaning.of(this.texts.get(ExportField.STATUS), this.texts.get(ExportField.STAGE),
							this.texts.get(ExportField.ACTIVE), this.texts.get(ExportField.LOST_REASON)),
					amount, currency,
					(closed == null) ? null : closed.withZoneSameInstant(RowReader.this.zone).toLocalDate(),
					(created == null) ? null : created.toInstant(), String.join("\n", this.notes)));
		}

		private BigDecimal amount() {
			String text = this.texts.get(ExportField.AMOUNT);
			if (text == null) {
				return null;
			}
			return RowReader.this.amounts.read(text)
				.orElseGet(() -> refuse("El importe «" + text + "» no se entiende: escriba solo el número."));
		}

		private ZonedDateTime date(ExportField field) {
			String text = this.texts.get(field);
			if (text == null) {
				return null;
			}
			return RowReader.this.dates.read(text, RowReader.this.zone)
				.orElseGet(() -> refuse(
						field.label() + " «" + text + "» no es una fecha: escríbala como 2026-12-31 o 31/12/2026."));
		}

		/** By its own column, else as it stands with the amount. */
		private String currency() {
			String text = this.texts.get(ExportField.CURRENCY);
			if (text != null) {
				String code = text.toUpperCase(Locale.ROOT);
				return code(code).orElseGet(() -> known(text)
					.orElseGet(() -> refuse("La moneda «" + text + "» no se conoce: escriba su código, como EUR.")));
			}
			String amount = this.texts.get(ExportField.AMOUNT);
			return (amount == null) ? null : known(amount).orElse(null);
		}

		private <T> T refuse(String reason) {
			this.wrong = (this.wrong == null) ? reason : this.wrong;
			return null;
		}

	}

	/** The signs that mean one currency; a dollar may be of many. */
	private static Optional<String> known(String text) {
		if (text.contains("€") || text.toLowerCase(Locale.ROOT).contains("euro")) {
			return Optional.of("EUR");
		}
		if (text.contains("£")) {
			return Optional.of("GBP");
		}
		Matcher code = CODE.matcher(text);
		return code.find() ? code(code.group(1)) : Optional.empty();
	}

	private static Optional<String> code(String text) {
		try {
			return Optional.of(Currency.getInstance(text).getCurrencyCode());
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
