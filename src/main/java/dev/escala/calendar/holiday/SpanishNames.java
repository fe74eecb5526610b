package dev.escala.calendar.holiday;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

import de.focus_shift.jollyday.core.Holiday;

/** What holidays, countries and regions are called; the library speaks no Spanish. */
final class SpanishNames {

	static final Locale SPANISH = Locale.forLanguageTag("es");

	private static final Properties HOLIDAYS = read("holiday-names.properties");

	private static final Properties REGIONS = read("region-names.properties");

	private SpanishNames() {
	}

	/** The holiday's name, or the English one in brackets where we have no better. */
	static String holiday(String country, Holiday holiday) {
		return knownHoliday(country, holiday.getPropertiesKey())
			.orElseGet(() -> "Festivo (" + holiday.getDescription(Locale.ENGLISH) + ")");
	}

	static Optional<String> knownHoliday(String country, String key) {
		return Optional.ofNullable(HOLIDAYS.getProperty(country + "." + key, HOLIDAYS.getProperty(key)));
	}

	static String country(String code) {
		return new Locale.Builder().setRegion(code).build().getDisplayCountry(SPANISH);
	}

	/**
	 * The region's name.
	 * @param path country and region, for example {@code es/md}
	 * @param fallback the library's name
	 */
	static String region(String path, String fallback) {
		return REGIONS.getProperty(path, fallback);
	}

	private static Properties read(String file) {
		Properties names = new Properties();
		try (InputStream content = SpanishNames.class.getResourceAsStream(file)) {
			names.load(new InputStreamReader(content, StandardCharsets.UTF_8));
			return names;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
