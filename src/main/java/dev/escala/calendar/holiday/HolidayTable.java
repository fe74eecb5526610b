package dev.escala.calendar.holiday;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Our reviewed table of the Spanish-speaking countries, Brazil, Portugal and their
 * regions, each row with the norm that says so. Decision 46 says why it stands above the
 * library, and what the column {@code basis} means, which is for readers only.
 */
final class HolidayTable {

	private static final Map<String, List<Row>> ROWS = read("holidays.csv").stream()
		.map(Row::of)
		.collect(Collectors.groupingBy(Row::country));

	private static final Map<String, Integer> REVIEWED = new HashMap<>();

	/** Countries whose national holidays come from this table alone. */
	private static final Set<String> WHOLE = read("reviewed.csv").stream()
		.peek((row) -> REVIEWED.put(place(row.get("country"), row.get("region")), Integer.valueOf(row.get("until"))))
		.filter((row) -> row.get("national").equals("ours"))
		.map((row) -> row.get("country"))
		.collect(Collectors.toUnmodifiableSet());

	private HolidayTable() {
	}

	/** Whether the library is not asked for the national holidays of this country. */
	static boolean isWhole(String country) {
		return WHOLE.contains(country);
	}

	/** The codes, in upper case, of the countries that need no library. */
	static Set<String> whole() {
		return WHOLE.stream().map((code) -> code.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
	}

	/**
	 * The last year for which somebody has compared the region's holidays with the norms
	 * of that year; empty for a country that is not in this table.
	 */
	static OptionalInt reviewedUntil(String country, String region) {
		String within = (region == null) ? "" : region.split("/")[0];
		Integer until = REVIEWED.getOrDefault(place(country, within), REVIEWED.get(place(country, "")));
		return (until == null) ? OptionalInt.empty() : OptionalInt.of(until);
	}

	/**
	 * Lays the table over what is known. What a decree says of one date goes before the
	 * rules of all years.
	 * @param add gets each holiday of the year with its Spanish name
	 * @param remove gets each date of the year that is worked
	 */
	static void correct(String country, String region, int year, BiConsumer<LocalDate, String> add,
			Consumer<LocalDate> remove) {
		List<Row> rows = ROWS.getOrDefault(country, List.of());
		for (boolean once : new boolean[] { false, true }) {
			for (boolean holiday : new boolean[] { true, false }) {
				rows.stream()
					.filter((row) -> row.rule().isOnce() == once && row.holiday() == holiday && row.within(region))
					.forEach((row) -> row.dates(year).forEach((date) -> {
						if (holiday) {
							add.accept(date, row.name());
						}
						else {
							remove.accept(date);
						}
					}));
			}
		}
	}

	private static String place(String country, String region) {
		return country + "/" + region;
	}

	private static List<CSVRecord> read(String file) {
		try (Reader content = new InputStreamReader(HolidayTable.class.getResourceAsStream(file),
				StandardCharsets.UTF_8)) {
			return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(content).getRecords();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * One row.
	 *
	 * @param region where it holds, with everything below; empty for the whole country
	 * @param from the first year
	 * @param to the last year
	 * @param holiday whether the day is free; a working day takes away what the library
	 * or another row says
	 */
	private record Row(String country, String region, HolidayRule rule, int from, int to, boolean holiday,
			String name) {

		static Row of(CSVRecord row) {
			return new Row(row.get("country"), row.get("region"),
					new HolidayRule(row.get("rule"), row.get("moves"), row.get("stays").equals("yes")),
					year(row.get("from"), Integer.MIN_VALUE), year(row.get("to"), Integer.MAX_VALUE),
					row.get("status").equals("HOLIDAY"), row.get("name"));
		}

		private static int year(String text, int open) {
			return text.isEmpty() ? open : Integer.parseInt(text);
		}

		boolean within(String wanted) {
			return this.region.isEmpty() || this.region.equals(wanted)
					|| (wanted != null && wanted.startsWith(this.region + "/"));
		}

		/** A move may cross the end of the year. */
		List<LocalDate> dates(int year) {
			return List.of(year - 1, year, year + 1)
				.stream()
				.filter((named) -> this.from <= named && named <= this.to)
				.flatMap((named) -> this.rule.in(named).stream())
				.filter((date) -> date.getYear() == year)
				.toList();
		}

	}

}
