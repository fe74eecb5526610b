package dev.escala.pipeline.exported;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One row of an export that could be read.
 *
 * @param line number of its first line in the file, from 1
 * @param texts what its columns say, cleaned; without those that say nothing
 * @param meaning what became of it in the other system
 * @param amount in the row's currency, or {@code null}
 * @param currency ISO 4217 code in upper case, or {@code null}
 * @param closeDate when it is expected to close, or closed, or {@code null}
 * @param createdAt when it was created there, or {@code null}
 * @param note what stands in columns that nobody here knows, a line for each; empty where
 * there is nothing
 */
public record ExportedRow(long line, Map<ExportField, String> texts, StageMeaning meaning, BigDecimal amount,
		String currency, LocalDate closeDate, Instant createdAt, String note) {

	public ExportedRow {
		texts = texts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(texts));
	}

	/** What a column says, or {@code null}. */
	public String text(ExportField field) {
		return this.texts.get(field);
	}

	/** Who it is about: the company, else the person, else what it is called; or null. */
	public String name() {
		String company = text(ExportField.COMPANY);
		String name = (company != null) ? company : person();
		return (name != null) ? name : text(ExportField.TITLE);
	}

	/** The person, by whole name or by its parts, or {@code null}. */
	public String person() {
		String whole = text(ExportField.FULL_NAME);
		if (whole != null) {
			return whole;
		}
		String first = text(ExportField.FIRST_NAME);
		String last = text(ExportField.LAST_NAME);
		return (first == null) ? last : (last == null) ? first : first + " " + last;
	}

}
