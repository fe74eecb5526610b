package dev.escala.pipeline.exported;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/**
 * Numbers of a workbook as text: a date where the format of its cell shows one.
 *
 * @param from1904 whether days are counted from 1 January 1904 and not from 30 December
 * 1899
 * @param styles the formats of cells that show dates, by their index
 */
record CellDates(boolean from1904, Set<String> styles) {

	/** The formats for dates that no workbook writes down (ISO/IEC 29500-1, 18.8.30). */
	static final Set<String> BUILT_IN = Set.of("14", "15", "16", "17", "18", "19", "20", "21", "22", "45", "46", "47");

	private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

	/** Whether a format shows a date: letters of one, outside of quotes and brackets. */
	static boolean isDate(String format) {
		return format != null && format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "").matches("(?i)(?s).*[ymdhs].*");
	}

	/** The number of a cell as text. */
	String text(String number, String style) {
		if (number.isBlank()) {
			return "";
		}
		BigDecimal value = new BigDecimal(number.strip());
		if (style == null || !this.styles.contains(style) || value.signum() < 0
				|| value.compareTo(BigDecimal.valueOf(2_958_466)) >= 0) {
			return value.stripTrailingZeros().toPlainString();
		}
		LocalDate first = this.from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
		long seconds = value.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
		LocalDateTime at = first.atStartOfDay().plusSeconds(seconds);
		return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString()
				: at.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));
	}

}
